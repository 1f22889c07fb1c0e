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
export function apiCallOf({ timestamp, traceId }: Visit, random: Random): ApiCallEvent {
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
    rateLimit: rateLimitOf(api, timestamp, statusCode),
    responseSize: success ? Math.round(random.logNormal(9000, 1)) : null,
    traceId,
  };
}

/** Calls that an API takes in a minute, where it tells its callers. */
const LIMITS: Readonly<Record<string, number>> = { 'api.crossref.org': 3000, 'api.deepl.com': 120 };
const MINUTE_MS = 60_000;

/** As if the minute's calls were used up evenly; too many calls are those that none was left for. */
function rateLimitOf({ name }: Api, timestamp: number, statusCode: number | null): ApiCallEvent['rateLimit'] {
  const limit = LIMITS[name];
  if (limit === undefined || statusCode === null) return null;
  const used = (timestamp % MINUTE_MS) / MINUTE_MS;
  const remaining = statusCode === 429 ? 0 : Math.ceil(limit * (1 - used));
  const resetAt = new Date(Math.ceil((timestamp + 1) / MINUTE_MS) * MINUTE_MS).toISOString();
  return { limit, remaining, resetAt };
}

function queryOf({ name }: Api, random: Random): ApiCallEvent['queryParams'] {
  if (name === 'api.deepl.com') return {};
  return { query: random.pick(SUBJECTS), rows: random.pick([10, 20, 50]) };
}
