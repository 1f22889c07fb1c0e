import { randomUUID } from 'node:crypto';
import { BatchWriter } from '@scitex/monitoring-storage';
import { openStore } from '../../src/database/open-store.js';
import { createApp } from '../../src/start/create-app.js';
import { LiveReader } from '../support/live-reader.js';
import { startTestApp } from '../support/test-app.js';

it('reaches the pages of every server of a store, and ends with its server', async () => {
  const one = await startTestApp();
  const two = await createApp(one.settings, await openStore(one.store.url));
  two.useLogger(false);
  await two.listen(0, '127.0.0.1');
  const listeners = async () => {
    const name = 'scitex-monitoring-live';
    const sql =
      'SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()';
    return ((await one.store.dataSource.query(sql, [name])) as unknown[]).length;
  };
  const writer = new BatchWriter({ url: one.store.url });
  const pages = await Promise.all(
    [one.url, await two.getUrl()].map((url) => LiveReader.open(url, one.tokens.viewer)),
  );
  await Promise.all(pages.map((page) => page.find('summary', ({ stale }) => !stale)));
  expect(await listeners()).toBe(2);

  const source = { app: 'everywhere', environment: 'production', release: null, instance: 'one' };
  const nowhere = { endpoint: null, method: null, statusCode: null, userId: null, traceId: null };
  const metric = { timestamp: Date.now(), metricType: 'queue_length', value: 1, metadata: {}, ...nowhere };
  await writer.write({
    id: randomUUID(),
    source,
    metrics: [metric],
    errors: [],
    apiCalls: [],
    activities: [],
  });
  await Promise.all(
    pages.map((page) => page.find('summary', ({ sources }) => sources[0]?.app === 'everywhere')),
  );

  await writer.close();
  await two.close();
  await pages[1]?.ended;
  await pages[0]?.close();
  await one.close();
});
