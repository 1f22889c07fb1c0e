import { sayOverWebSocket } from '../driver/messages.js';
import { single, type Case, type Columns } from './case.js';
import { HYBRID, ownRun, type Run } from './run.js';

/** Nest 11 answers no failure over this adapter: what comes back is compared with what the bare host answers. */
function say(event: string, data: string, name: string, run: Pick<Run, 'error' | 'call'> | null): Case {
  const all: Run | null = run && { handler: `ChatGateway.${event}`, type: 'websocket', verb: null, ...run };
  const isAnswered = run !== null && !run.error;
  const send = (port: number) => sayOverWebSocket(port, [event, data], isAnswered);
  const body = isAnswered ? data : '"settled"';
  return single(`WebSocket: ${name}`, event, null, all && ownRun(all), { ...HYBRID, send, body });
}

const failing = (name: string, event: string, error: Columns): Case =>
  say(event, 'x', name, { error: { ip_address: '127.0.0.1', ...error } });

export const WEBSOCKET_CASES: readonly Case[] = [
  say('echo', 'hello', 'a message', {}),
  failing('thrown in a handler', 'failing', { error_type: 'Error', message: 'the room is gone' }),
  failing('an observable that fails later', 'observed', {
    error_type: 'Error',
    message: 'the room went away',
  }),
  failing('thrown in a guard', 'guarded', { error_type: 'RangeError', message: 'thrown in a guard' }),
  failing('thrown in a pipe', 'piped', { error_type: 'RangeError', message: 'thrown in a pipe' }),
  failing('an answer that was thrown', 'refused', { message: 'not like this', severity: 'medium' }),
  say('skipped', 'x', '@SkipMonitoring()', null),
  ...['ws-one', 'ws-two', 'ws-three', 'ws-four'].map((id) =>
    say('calling', id, `a call among others (${id})`, { call: id }),
  ),
];
