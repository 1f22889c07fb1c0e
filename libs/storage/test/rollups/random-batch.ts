import type { Batch } from '@scitex/monitoring-contracts';
import { activity, apiCall, batch, failure, request } from '../batch.js';
import { pick } from '../queries/reference.js';
import { DAY } from './expect-true.js';

/** Times that bins, minutes and the apdex target could be wrong about. */
const VALUES = [
  0,
  1e-9,
  2 ** -20,
  0.001,
  1,
  499.999,
  500,
  500.001,
  2000,
  2000.001,
  1e6,
  Number.MAX_SAFE_INTEGER,
];
const NAMES = ['/papers', '/papers/:id', '{"a":1},NULL', 'NULL', '', 'é\u20ac\u{1f600}'];

/** Events as hosts send them, and as they should not, some of them late by up to three days. */
export function randomBatch(random: () => number): Batch {
  const now = Date.now();
  const timestamp = () => now - Math.floor(random() < 0.8 ? random() * 120_000 : random() ** 3 * 3 * DAY);
  const weight = () => (random() < 0.7 ? {} : { weight: 1 + Math.floor(random() ** 4 * 1e6) });
  const value = () => (random() < 0.3 ? pick(VALUES, random()) : Math.exp(random() * 12 - 2));
  const times = <Event>(most: number, make: () => Event) =>
    Array.from({ length: Math.floor(random() * most) }, make);
  const source = { app: pick(['one', 'two'], random()), release: pick([null, 'null', '1.0.0'], random()) };
  return batch(
    {
      metrics: times(60, () =>
        request({
          timestamp: timestamp(),
          ...weight(),
          metricType: pick(['response_time', 'response_time', 'heap'], random()),
          endpoint: pick([null, ...NAMES], random()),
          method: pick(['GET', 'POST', null], random()),
          value: value(),
          statusCode: pick([200, 200, 404, 500, null], random()),
        }),
      ),
      apiCalls: times(30, () =>
        apiCall({
          timestamp: timestamp(),
          ...weight(),
          apiName: pick(NAMES, random()),
          endpoint: pick(NAMES, random()),
          responseTime: value(),
          statusCode: pick([200, 503, null], random()),
          success: random() < 0.8,
        }),
      ),
      activities: times(60, () =>
        activity({
          timestamp: timestamp(),
          ...weight(),
          activityType: pick(NAMES, random()),
          userId: pick([null, ...NAMES, `user-${Math.floor(random() * 300)}`], random()),
          sessionId: pick([null, ...NAMES, `session-${Math.floor(random() * 500)}`], random()),
        }),
      ),
      errors: times(10, () =>
        failure({ timestamp: timestamp(), ...weight(), errorType: pick(NAMES, random()) }),
      ),
    },
    source,
  );
}
