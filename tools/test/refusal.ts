import { randomUUID } from 'node:crypto';
import { BatchWriter } from '@scitex/monitoring-storage/writer';

const HOSTILE = `<img src=x onerror="document.title='owned'">\u202e\u001b[31m{{7*7}}${'A'.repeat(900)}`;

/** Has the store refuse an event that is hostile throughout, which the sample app has no reason to send. */
export async function plantRefusal(url: string): Promise<void> {
  const writer = new BatchWriter({ url, poolSize: 1, applicationName: 'scitex-monitoring-test' });
  try {
    await writer.write({
      id: randomUUID(),
      source: { app: HOSTILE, environment: HOSTILE, release: null, instance: HOSTILE },
      metrics: [
        {
          ...{ timestamp: Date.now(), metricType: HOSTILE, value: Number.NaN, endpoint: HOSTILE },
          ...{ method: null, statusCode: null, userId: null, traceId: null, metadata: { '</pre>': HOSTILE } },
        },
      ],
      ...{ errors: [], apiCalls: [], activities: [] },
    });
  } finally {
    await writer.close();
  }
}
