import { failureOf } from './failure-of.js';

const coded = (code: string, name = 'Error', rest: object = {}) =>
  Object.assign(new Error('x'), { code, name, ...rest });
const caused = (cause: unknown) => new TypeError('fetch failed', { cause });
const cyclic: { cause?: unknown } = {};
cyclic.cause = cyclic;

describe('failureOf', () => {
  it.each([
    [coded('ENOTFOUND'), 'dns: ENOTFOUND'],
    [caused(coded('EAI_AGAIN')), 'dns: EAI_AGAIN'],
    [coded('ECONNREFUSED'), 'connection-refused: ECONNREFUSED'],
    [
      caused(new AggregateError([coded('ECONNREFUSED'), coded('EHOSTUNREACH')])),
      'connection-refused: ECONNREFUSED',
    ],
    [coded('ECONNRESET'), 'connection-reset: ECONNRESET'],
    [caused(coded('UND_ERR_SOCKET', 'SocketError')), 'connection-reset: UND_ERR_SOCKET'],
    [coded('EHOSTUNREACH'), 'unreachable: EHOSTUNREACH'],
    [coded('CERT_HAS_EXPIRED'), 'tls: CERT_HAS_EXPIRED'],
    [coded('DEPTH_ZERO_SELF_SIGNED_CERT'), 'tls: DEPTH_ZERO_SELF_SIGNED_CERT'],
    [coded('ERR_TLS_CERT_ALTNAME_INVALID'), 'tls: ERR_TLS_CERT_ALTNAME_INVALID'],
    [coded('EPROTO'), 'tls: EPROTO'],
    [coded('HPE_INVALID_CONSTANT'), 'protocol: HPE_INVALID_CONSTANT'],
    [coded('UND_ERR_CONNECT_TIMEOUT', 'ConnectTimeoutError'), 'timeout: UND_ERR_CONNECT_TIMEOUT'],
    [coded('UND_ERR_BODY_TIMEOUT', 'BodyTimeoutError'), 'timeout: UND_ERR_BODY_TIMEOUT'],
    [coded('ECONNABORTED', 'AxiosError'), 'timeout: ETIMEDOUT'],
    [coded('ECONNABORTED'), 'connection-reset: ECONNABORTED'],
    [new DOMException('late', 'TimeoutError'), 'timeout'],
    [coded('ABORT_ERR', 'AbortError', { cause: new DOMException('late', 'TimeoutError') }), 'timeout'],
    [coded('ABORT_ERR', 'AbortError'), 'aborted'],
    [new DOMException('gone', 'AbortError'), 'aborted'],
    [coded('ERR_CANCELED', 'CanceledError'), 'aborted'],
    [coded('E_QUOTA'), 'other: E_QUOTA'],
    [new RangeError('x'), 'other: RangeError'],
    [new (class PaymentDeclined extends Error {})(), 'other: PaymentDeclined'],
    [new Error('x'), 'other'],
    ['text', 'other'],
    [null, 'other'],
    [cyclic, 'other'],
  ])('%# says %s', (error, failure) => expect(failureOf(error)).toBe(failure));

  it('takes what it cannot tell for what the caller says', () => {
    expect(failureOf('reason', 'aborted')).toBe('aborted');
    expect(failureOf(new RangeError('x'), 'aborted')).toBe('aborted: RangeError');
    expect(failureOf(coded('ENOTFOUND'), 'aborted')).toBe('dns: ENOTFOUND');
  });

  it('survives errors that cannot be read, and takes no text of theirs for a code', () => {
    const unreadable = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no');
        },
      },
    );
    expect(failureOf(unreadable)).toBe('other');
    expect(failureOf(coded('my secret is 42', 'a name\nin lines'))).toBe('other');
    expect(failureOf(coded('A'.repeat(1e6)))).toBe('other');
  });
});
