import { FAILURES, type Failure } from './failures.ts';
import type { Random } from '../chance/random.ts';
import { ROUTES, type Route } from './routes.ts';
import { USERS, type User } from './users.ts';
import { Zipf } from '../chance/zipf.ts';

/** One request to the portal: what metrics, activities, calls and errors tell of, each in its way. */
export interface Visit {
  /** Milliseconds since the epoch. */
  readonly timestamp: number;
  readonly route: Route;
  /** Null: a visitor who is not signed in, from the address of `client`. */
  readonly user: User | null;
  readonly client: Pick<User, 'ipAddress' | 'userAgent'>;
  readonly statusCode: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly traceId: string;
}

export interface FailedVisit extends Visit {
  readonly failure: Failure;
}

const routes = new Zipf(ROUTES);
const users = new Zipf(USERS);
const failures = new Zipf(FAILURES);

const SIGNED_IN = 0.75;
const SLOW = 0.012;
const SLOW_FACTOR = 8;

/** A request that is answered, now and then with a 4xx. */
export function visitAt(timestamp: number, random: Random): Visit {
  const route = routes.pick(random);
  const tail = random.happens(SLOW) ? SLOW_FACTOR : 1;
  const duration = milliseconds(tail * random.logNormal(route.medianMs, route.sigma));
  return { ...visitor(random), timestamp, route, duration, statusCode: statusOf(route, random) };
}

/** A request that fails: mostly in the way that is `usual` at that time. */
export function failedVisitAt(timestamp: number, usual: Failure, random: Random): FailedVisit {
  const failure = random.happens(0.7) ? usual : failures.pick(random);
  const { method, endpoint, medianMs, statusCode } = failure;
  const route = ROUTES.find((known) => known.method === method && known.endpoint === endpoint);
  if (!route)
    throw new Error(`The failure ${failure.errorType} is of ${method} ${endpoint}, which is no route.`);
  const duration = milliseconds(random.logNormal(medianMs, 0.1));
  return { ...visitor(random), timestamp, route, duration, statusCode, failure };
}

function visitor(random: Random): Pick<Visit, 'user' | 'client' | 'traceId'> {
  const client = users.pick(random);
  return { user: random.happens(SIGNED_IN) ? client : null, client, traceId: random.hex(32) };
}

function statusOf({ method, endpoint }: Route, random: Random): number {
  if (random.happens(0.015)) return random.pick([400, 401, 403]);
  if (endpoint.includes(':id') && random.happens(0.03)) return 404;
  switch (method) {
    case 'GET':
      return random.happens(0.06) ? 304 : 200;
    case 'POST':
      return endpoint.endsWith('/login') ? 200 : 201;
    case 'PATCH':
      return 200;
    case 'DELETE':
      return 204;
    default:
      return method satisfies never;
  }
}

/** To the microsecond, as a clock measures. */
export function milliseconds(value: number): number {
  return Math.round(value * 1000) / 1000;
}
