import { connect } from 'node:net';

/** Milliseconds; a request that is never answered is to fail its own case alone, also on a busy machine. */
const LIMIT_MS = 20_000;

/** How the client behaves. */
export interface Manner {
  /**
   * `at once`: all requests in one write, without waiting (pipelining); `in turn`: each after the answer to the one
   * before began (keep-alive).
   */
  readonly pace?: 'at once' | 'in turn';
  /** Goes away: as soon as everything is sent, as soon as an answer begins, or as soon as it has heard this. */
  readonly leaves?: 'before the answer' | 'during the answer' | RegExp;
}

/**
 * Sends requests over one connection, and resolves with every byte that came back, as latin1 text, when it is over.
 * The last request has to ask for the end of the connection, or the client to leave.
 */
export function exchange(port: number, requests: readonly Buffer[], manner: Manner): Promise<string> {
  const { pace = 'at once', leaves } = manner;
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let sent = 0;
  const send = (count: number) => {
    const bytes = Buffer.concat(requests.slice(sent, (sent += count)));
    // Leaving only in a later turn: the bytes have to be on their way before.
    socket.write(bytes, () => leaves === 'before the answer' && setImmediate(() => socket.destroy()));
  };
  send(pace === 'at once' ? requests.length : 1);
  socket.on('data', (chunk) => {
    answer += chunk.toString('latin1');
    if (sent < requests.length) send(1);
    const hasHeardEnough = leaves instanceof RegExp ? leaves.test(answer) : leaves === 'during the answer';
    if (hasHeardEnough) socket.destroy();
  });
  const limit = setTimeout(() => {
    answer += '\n(the client gave up)';
    socket.destroy();
  }, LIMIT_MS);
  socket.on('error', reject);
  socket.on('close', () => {
    clearTimeout(limit);
    resolve(answer);
  });
  return promise;
}
