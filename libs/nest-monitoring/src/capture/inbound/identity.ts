import type { HostRequest, Identity, MonitoringModuleOptions } from '../../monitoring.options.js';

const ID_KEYS = ['id', 'sub', 'userId', '_id'];
const LABEL_KEYS = ['name', 'email', 'username'];
const MAX_LABEL = 512;

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

/** Reads what express-session, @fastify/session and cookie-session leave behind. */
function defaultSession(request: HostRequest): string | null {
  const { sessionID, session } = request as { sessionID?: unknown; session?: unknown };
  if (typeof sessionID === 'string') return sessionID;
  return typeof session === 'object' && session !== null ? firstText(session, ['id', 'sessionId']) : null;
}

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
  return text === '[object Object]' ? null : text.slice(0, MAX_LABEL).toWellFormed();
}
