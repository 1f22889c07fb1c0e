import type { ApiCallEvent } from '@scitex/monitoring-contracts';
import type { Random } from '../chance/random.ts';
import { APIS, type Api } from '../portal/routes.ts';
import { milliseconds, type Visit } from '../portal/visit.ts';
import { Zipf } from '../chance/zipf.ts';

const apis = new Zipf(APIS);
const SUBJECTS = ['attention', 'causal inference', 'graph', 'microbiome', 'perovskite', 'wavelets'];
/** No answer at all, a server's error, too many calls: each as likely. */
const FAILED = [null, 503, 429] as const;
const TIMEOUT_MS = 8000;

/** A call that the portal made to answer a request. */
export function apiCallOf(visit: Visit, random: Random): ApiCallEvent {
  const { timestamp, traceId } = visit;
  const api = apis.pick(random);
  const success = random.happens(api.reliability);
  const statusCode = success ? 200 : random.pick(FAILED);
  return {
    timestamp,
    apiName: api.name,
    endpoint: api.endpoint,
    method: api.name === 'api.deepl.com' ? 'POST' : 'GET',
    responseTime: statusCode === null ? TIMEOUT_MS : milliseconds(random.logNormal(api.medianMs, api.sigma)),
    statusCode,
    success,
    failure: statusCode === null ? 'timeout' : null,
    queryParams: queryOf(api, random),
    rateLimit: rateLimitOf(api, visit, statusCode),
    responseSize: success ? Math.round(random.logNormal(9000, 1)) : null,
    traceId,
  };
}

/** Calls that an API takes in a minute, where it tells its callers. */
const LIMITS: Readonly<Record<string, number>> = { 'api.crossref.org': 3000, 'api.deepl.com': 120 };
const MINUTE_MS = 60_000;

/** Somewhere in a minute of calls, where the trace says; too many calls are those that none was left for. */
function rateLimitOf(
  { name }: Api,
  { timestamp, traceId }: Visit,
  statusCode: number | null,
): ApiCallEvent['rateLimit'] {
  const limit = LIMITS[name];
  if (limit === undefined || statusCode === null) return null;
  const left = Number.parseInt(traceId.slice(0, 4), 16) / 0xffff;
  const remaining = statusCode === 429 ? 0 : Math.ceil(limit * left);
  return { limit, remaining, resetAt: new Date(timestamp + Math.ceil(left * MINUTE_MS)).toISOString() };
}

function queryOf({ name }: Api, random: Random): ApiCallEvent['queryParams'] {
  if (name === 'api.deepl.com') return {};
  return { query: random.pick(SUBJECTS), rows: random.pick([10, 20, 50]) };
}
