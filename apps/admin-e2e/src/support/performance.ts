import type { Performance } from '@scitex/monitoring-contracts';

const FROM = Date.parse('2026-01-02T00:00:00Z');
const BUCKET_SECONDS = 900;
const DAY_MS = 86_400_000;

/** Where a bucket of `performanceOf` begins. */
export const bucketStart = (index: number) => new Date(FROM + index * BUCKET_SECONDS * 1000).toISOString();

/** A day of requests that took `ms` each, one in each quarter of an hour. */
function day(from: number, ms: number, errorRate: number) {
  const timings = { avg: ms, min: ms, max: ms, p50: ms, p95: ms, p99: ms };
  const at = (index: number) => new Date(from + index * BUCKET_SECONDS * 1000).toISOString();
  return {
    range: {
      from: new Date(from).toISOString(),
      to: new Date(from + DAY_MS).toISOString(),
      bucketSeconds: BUCKET_SECONDS,
    },
    summary: {
      ...{ totalRequests: 96, errorRate, avgResponseTime: ms, minResponseTime: ms, maxResponseTime: ms },
      ...{ p50: ms, p95: ms, p99: ms, apdex: 1 },
    },
    responseTimes: Array.from({ length: 96 }, (_, index) => ({
      ...{ timestamp: at(index), count: 1, errorCount: 0, ...timings },
    })),
  };
}

/** What `GET performance` may answer, where a test needs to know every figure: slower than the day before, with fewer errors. */
export function performanceOf({ compared }: { readonly compared: boolean }): Performance {
  return {
    ...day(FROM, 150, 1),
    statusCodes: [{ statusCode: 503, count: 96 }],
    topEndpoints: [],
    errorTypes: [],
    ...(compared && { previous: day(FROM - DAY_MS, 100, 2) }),
  };
}
