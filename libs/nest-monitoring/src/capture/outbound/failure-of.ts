/** Why a call got no answer, or not the whole of one: words for staff, each with the codes that stand for it. */
const REASONS: Readonly<Record<string, RegExp>> = {
  timeout:
    /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|ETIMEOUT|TimeoutError|ERR_SOCKET_CONNECTION_TIMEOUT|UND_ERR_[A-Z]+_TIMEOUT)$/,
  dns: /^(?:ENOTFOUND|EAI_[A-Z]+|ESERVFAIL|ENODATA|EBADNAME|EREFUSED)$/,
  'connection-refused': /^ECONNREFUSED$/,
  'connection-reset': /^(?:ECONNRESET|EPIPE|ECONNABORTED|ENETRESET|UND_ERR_SOCKET)$/,
  unreachable: /^(?:ENETUNREACH|EHOSTUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL)$/,
  tls: /^(?:ERR_TLS_|ERR_SSL_|EPROTO$|CERT_|CRL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH$|INVALID_CA$|UND_ERR_PRX_TLS$)/,
  protocol:
    /^(?:HPE_|HTTPParserError$|ERR_HTTP2_|UND_ERR_HEADERS_OVERFLOW$|UND_ERR_RE[QS]_|UND_ERR_RESPONSE$)/,
  aborted: /^(?:AbortError|CanceledError|ABORT_ERR|ERR_CANCELED|UND_ERR_(?:ABORT|ABORTED|CLOSED|DESTROYED))$/,
};

const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;
const CLASS = /^[\w$.]{1,64}$/;
/** Errors looked at: causes, and the attempts at each address of a host that an AggregateError holds. */
const MAX_ERRORS = 8;

/**
 * Why a call failed: `timeout`, `dns`, `connection-refused`, `connection-reset`, `unreachable`, `tls`, `protocol`,
 * `aborted`, or what `otherwise` says, with the code that tells more, or the error's class where there is no code.
 * @example failureOf(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } })) // 'dns: ENOTFOUND'
 */
export function failureOf(error: unknown, otherwise: 'other' | 'aborted' = 'other'): string {
  const errors = family(error);
  const found = errors.flatMap((each) => reasonsOf(each));
  // An abort says that somebody gave up; what made them do so says more.
  const telling = found.find(({ reason }) => reason !== 'aborted') ?? found[0];
  if (telling) return `${telling.reason}${telling.code}`;
  const detail = errors.map((each) => codeOf(each) ?? classOf(each)).find((text) => text !== undefined);
  return detail === undefined ? otherwise : `${otherwise}: ${detail}`;
}

/**
 * Whether an error only says that the caller does not want the rest of an answer, and not that it waited for it in
 * vain: fetch's for a body that is cancelled, Node's for one whose reader went away.
 */
export function isDiscard(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (read(error, 'code') === 'ERR_STREAM_PREMATURE_CLOSE') return true;
  // The reason of an AbortSignal has a message of its own: 'This operation was aborted'.
  return read(error, 'name') === 'AbortError' && read(error, 'message') === 'The operation was aborted.';
}

function reasonsOf(error: object): { reason: string; code: string }[] {
  const code = codeOf(error);
  return [code, read(error, 'name')].flatMap((text) => {
    const [reason] =
      Object.entries(REASONS).find(([, codes]) => typeof text === 'string' && codes.test(text)) ?? [];
    if (reason === undefined) return [];
    return [{ reason, code: text === code && reason !== 'aborted' ? `: ${code}` : '' }];
  });
}

/** An error with its causes and, for an AggregateError, its parts; cyclic ones too. */
function family(error: unknown): object[] {
  const found = new Set<object>();
  const waiting = [error];
  while (waiting.length > 0 && found.size < MAX_ERRORS) {
    const each = waiting.shift();
    if (typeof each !== 'object' || each === null) continue;
    if (found.has(each)) continue;
    found.add(each);
    const parts = read(each, 'errors');
    waiting.push(read(each, 'cause'), ...(Array.isArray(parts) ? parts.slice(0, MAX_ERRORS) : []));
  }
  return [...found];
}

function codeOf(error: object): string | undefined {
  const code = read(error, 'code');
  if (typeof code !== 'string' || !CODE.test(code)) return undefined;
  // axios gives its own timeouts the code of a connection that was broken off.
  return code === 'ECONNABORTED' && read(error, 'name') === 'AxiosError' ? 'ETIMEDOUT' : code;
}

/** The class, where it is more than an error's. */
function classOf(error: object): string | undefined {
  const name = [read(error, 'name'), read(read(error, 'constructor'), 'name')].find(
    (each) => typeof each === 'string' && each !== 'Error' && each !== 'Object' && CLASS.test(each),
  );
  return name as string | undefined;
}

function read(value: unknown, key: string): unknown {
  try {
    return (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  } catch {
    return undefined;
  }
}
