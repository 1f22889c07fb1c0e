import { memoize } from '@scitex/monitoring-storage/memoize';
import { createHash } from 'node:crypto';
import type { HostRequest, Identity, MonitoringModuleOptions } from '../../monitoring.options.js';
import { cutText } from '../../scrubbing/scrub-text.js';

const ID_KEYS = ['id', 'sub', 'userId', '_id'];
const LABEL_KEYS = ['name', 'email', 'username'];
const MAX_LABEL = 256;
/** 64 bits, in hex: enough to tell sessions apart by. */
const PSEUDONYM_LENGTH = 16;

/** Who makes a request, by the host's own rule or by what Passport and most guards leave in `request.user`. */
export function userOf(
  request: HostRequest,
  rule: MonitoringModuleOptions['user'] = defaultUser,
): Identity | null {
  return answerOf(() => toIdentity(settled(rule(request))));
}

/** The session of a request, by the host's own rule or by what the session middlewares leave behind. */
export function sessionOf(
  request: HostRequest,
  rule: MonitoringModuleOptions['session'] = defaultSession,
): string | null {
  return answerOf(() => textOf(settled(rule(request))));
}

/** The rule is the host's code and its requests hold anything: a throwing getter costs the answer, not the record. */
function answerOf<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

/** A promise is no answer: it comes too late, and its rejection must not end the host's process. */
function settled<T>(answer: T): T | null {
  if (typeof (answer as { then?: unknown } | null | undefined)?.then !== 'function') return answer;
  void Promise.resolve(answer).catch(() => undefined);
  return null;
}

/** Who the host itself says that it was. */
export function namedUser(user: Identity | string | null | undefined): Identity | null {
  return answerOf(() => toIdentity(user));
}

function toIdentity(answer: Identity | string | null | undefined): Identity | null {
  if (answer === null || answer === undefined || answer === '') return null;
  const { id, label } = typeof answer === 'string' ? { id: answer, label: null } : answer;
  const text = textOf(id);
  return text === null ? null : { id: text, label: textOf(label) };
}

function defaultUser({ user }: HostRequest): Identity | null {
  if (typeof user !== 'object' || user === null) return null;
  const id = firstText(user, ID_KEYS);
  return id === null ? null : { id, label: firstText(user, LABEL_KEYS) };
}

/**
 * Reads what express-session, @fastify/session and cookie-session leave behind. Whoever has the id of a session has
 * the session: it is stored as a hash, by which sessions can be told apart and not be taken over.
 */
function defaultSession(request: HostRequest): string | null {
  const { sessionID, session } = request as { sessionID?: unknown; session?: unknown };
  const id =
    typeof sessionID === 'string' || typeof session !== 'object' || session === null
      ? textOf(sessionID)
      : firstText(session, ['id', 'sessionId']);
  return id === null ? null : pseudonymOf(id);
}

const pseudonymOf = memoize((id) => createHash('sha256').update(id).digest('hex').slice(0, PSEUDONYM_LENGTH));

function firstText(value: object, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = textOf((value as Record<string, unknown>)[key]);
    if (text !== null) return text;
  }
  return null;
}

/** Ids are strings, numbers, bigints, or objects such as MongoDB's ObjectId that print as their id. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '' || typeof value === 'function') return null;
  const text = String(value as string);
  return text === '[object Object]' ? null : cutText(text, MAX_LABEL).toWellFormed();
}
