import { once } from 'node:events';
import { exchange } from './exchange.js';

/** Milliseconds; see `exchange`. */
const LIMIT_MS = 20_000;

/** Asks a gateway to say when all that came before is over: not every failure is answered. */
const SETTLE = { ask: 'settle', answer: 'settled' };

/**
 * Sends a message to a host's gateway.
 * @param isAnswered it is over with an answer of its own event; otherwise as soon as the gateway says so
 * @returns all that came back until then
 */
export async function sayOverWebSocket(
  port: number,
  [event, data]: readonly [event: string, data: string],
  isAnswered: boolean,
): Promise<string> {
  const signal = AbortSignal.timeout(LIMIT_MS);
  const socket = new WebSocket(`ws://127.0.0.1:${port}`);
  await once(socket, 'open', { signal });
  const received: string[] = [];
  const { promise: settled, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve());
  socket.onmessage = ({ data: message }) => {
    received.push(String(message));
    const { event: answered } = JSON.parse(String(message)) as { event?: string };
    if (answered === (isAnswered ? event : SETTLE.answer)) resolve();
  };
  socket.send(JSON.stringify({ event, data }));
  if (!isAnswered) socket.send(JSON.stringify({ event: SETTLE.ask }));
  await settled;
  socket.close();
  await once(socket, 'close');
  return received.join('\n');
}

/** Sends a message to a host's microservice over TCP, in Nest's framing, and resolves with what came back. */
export async function sayOverTcp(port: number, messages: readonly object[]): Promise<string> {
  const asked = await fetch(`http://127.0.0.1:${port}/runs/microservice`);
  const { port: microservice } = (await asked.json()) as { port: number };
  const frames = messages.map((message) => {
    const json = JSON.stringify(message);
    return Buffer.from(`${json.length}#${json}`);
  });
  return exchange(microservice, frames, { leaves: /"isDisposed":true/ });
}
