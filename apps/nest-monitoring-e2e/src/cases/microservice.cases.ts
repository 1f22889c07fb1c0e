import { sayOverTcp } from '../driver/messages.js';
import { single, type Case, type Columns } from './case.js';
import { HYBRID, ownRun, type Run } from './run.js';

const message = (pattern: unknown, data: unknown) => ({ pattern, data, id: 'its only one' });

function say(
  name: string,
  [pattern, data]: readonly [pattern: unknown, data: unknown],
  body: string,
  run: Pick<Run, 'handler' | 'error' | 'call'> | null,
): Case {
  const send = (port: number) => sayOverTcp(port, [message(pattern, data)]);
  const recorded = run && ownRun({ type: 'rpc', verb: 'MESSAGE', ...run });
  return single(`TCP: ${name}`, '', null, recorded, { ...HYBRID, send, body });
}

const failing = (name: string, pattern: string, error: Columns): Case =>
  say(name, [pattern, 'x'], '"err":', { handler: `SumsController.${pattern}`, error });

/** Nobody is answered: a message after it tells when it has been handled. */
const event: Case = single(
  'TCP: an event, whose failure nobody is told',
  '',
  null,
  ownRun({
    handler: 'SumsController.noted',
    type: 'rpc',
    verb: 'EVENT',
    error: { error_type: 'Error', message: 'nobody hears this' },
  }),
  {
    ...HYBRID,
    send: (port) => sayOverTcp(port, [{ pattern: 'noted', data: 'this' }, message('skipped', 'x')]),
    body: '"err":',
  },
);

export const MICROSERVICE_CASES: readonly Case[] = [
  say('a message', [{ cmd: 'sum' }, [20, 22]], '"response":42', { handler: 'SumsController.sum' }),
  event,
  failing('thrown in a handler', 'failing', { error_type: 'Error', message: 'the sums are gone' }),
  failing('an observable that fails later', 'observed', {
    error_type: 'Error',
    message: 'the sums went away',
  }),
  failing('thrown in a guard', 'guarded', { error_type: 'RangeError', message: 'thrown in a guard' }),
  failing('thrown in a pipe', 'piped', { error_type: 'RangeError', message: 'thrown in a pipe' }),
  failing('an answer that was thrown', 'refused', { message: 'not like this', severity: 'medium' }),
  say('@SkipMonitoring()', ['skipped', 'x'], '"err":', null),
  ...['tcp-one', 'tcp-two', 'tcp-three', 'tcp-four'].map((id) =>
    say(`a call among others (${id})`, ['calling', id], `called ${id}`, {
      handler: 'SumsController.calling',
      call: id,
    }),
  ),
];
