import type { ServerResponse } from 'node:http';
import { CLIENT_CLOSED_REQUEST } from '../../monitoring.constants.js';

/**
 * The status of a request that ended without the host's answer. As a rule the client went away; but a server that
 * waits for a body in vain (`requestTimeout`), or cannot read it, answers itself past the host.
 * What the framework answers afterwards, over the body that broke off, reaches nobody.
 * https://nodejs.org/api/http.html#event-clienterror names its answers; Fastify gives the same.
 */
export function brokenOffStatus(response: ServerResponse): number {
  const { code } = (response.req.socket.errored ?? {}) as NodeJS.ErrnoException;
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408;
  if (code === 'HPE_CHUNK_EXTENSIONS_OVERFLOW') return 413;
  // The parser's complaint about a body that just ends is about a client that left amid it.
  return code?.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE' ? 400 : CLIENT_CLOSED_REQUEST;
}
