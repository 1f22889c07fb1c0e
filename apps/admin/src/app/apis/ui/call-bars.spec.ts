import type { ApiDetail } from '@scitex/monitoring-contracts';
import { reasonBars, statusBars } from './call-bars';

const path = '/admin/api-usage-metrics';
const api = {
  apiName: 'a',
  summary: { count: 10 },
  statusCodes: [
    { statusCode: 200, count: 6 },
    { statusCode: 503, count: 3 },
  ],
  failures: {
    reasons: [
      { failure: null, statusCode: 503, count: 3 },
      { failure: 'timeout', statusCode: null, count: 1 },
    ],
  },
} as unknown as ApiDetail;

it('counts calls without an answer beside those of each status', () => {
  expect(statusBars(api, { hours: 6 })).toEqual([
    { name: '200', count: 6, target: { path, queryParams: { hours: 6, apiName: 'a', statusCode: 200 } } },
    { name: '503', count: 3, target: { path, queryParams: { hours: 6, apiName: 'a', statusCode: 503 } } },
    {
      name: 'No answer',
      count: 1,
      target: { path, queryParams: { hours: 6, apiName: 'a', empty: 'statusCode' } },
    },
  ]);
});

it('leads from a reason to the calls that failed for it', () => {
  expect(reasonBars(api, {}).map(({ name, target }) => [name, target.queryParams])).toEqual([
    ['Status 503', { apiName: 'a', success: false, empty: 'failure', statusCode: 503 }],
    ['timeout', { apiName: 'a', success: false, failure: 'timeout' }],
  ]);
});
