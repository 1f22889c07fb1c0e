import { setTimeout } from 'node:timers/promises';
import type { ErrorList, Performance, UserActivitySummary } from '@scitex/monitoring-contracts';
import type { BrowserContext } from 'playwright-core';
import { readEnvironment } from './environment.js';

const PATHS = ['/documents', '/documents/doc-1', '/documents/nothing', '/papers?q=graph', '/projects'];
const FAILING = ['/reports/failing', '/reports/unavailable'];

/** What is captured shows within this time. */
const PATIENCE_MS = 10_000;

/** Has the sample app answer, call an API, serve a user and fail, and waits until all of it can be read. */
export async function makeTraffic(context: BrowserContext): Promise<void> {
  const { sampleUrl } = readEnvironment();
  for (const path of [...PATHS, ...FAILING])
    await (await fetch(sampleUrl + path, { headers: { 'x-user': 'ada' } })).arrayBuffer();

  const login = await (await context.request.post('api/auth/refresh', { data: {} })).json();
  const headers = { authorization: `Bearer ${login.accessToken}` };
  const read = async <T>(path: string): Promise<T> =>
    (await context.request.get(`api/${path}`, { headers })).json();

  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const { summary } = await read<Performance>('performance?hours=1');
    const activity = await read<UserActivitySummary>('user-activity?hours=1');
    const errors = await read<ErrorList>('errors?hours=1');
    if (summary.totalRequests >= 7 && activity.summary.totalActivities > 0 && errors.total >= 1) return;
    await setTimeout(100);
  }
  throw new Error(`The traffic of the sample app did not show within ${PATIENCE_MS} ms.`);
}
