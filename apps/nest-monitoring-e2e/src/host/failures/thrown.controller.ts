import { Controller, Get, Param } from '@nestjs/common';

function unreadable(): Error {
  const error = new Error();
  for (const key of ['name', 'message', 'stack', 'cause', 'toString'])
    Object.defineProperty(error, key, {
      get: () => {
        throw new Error('not even this');
      },
    });
  return error;
}

function cyclic(): Error {
  const error: Error & { self?: Error } = new Error('round and round');
  error.self = error;
  error.cause = new Error('and back again', { cause: error });
  return error;
}

/** What JavaScript lets a handler throw. */
const THROWN: Readonly<Record<string, () => unknown>> = {
  null: () => null,
  undefined: () => undefined,
  text: () => 'text',
  number: () => 42,
  object: () => ({ code: 'E_ODD' }),
  unreadable,
  cyclic,
  'with-cause': () => new Error('the index is gone', { cause: new TypeError('the disk is full') }),
  aggregate: () => new AggregateError([new RangeError('first of two'), 'second of two'], 'both failed'),
};

@Controller('thrown')
export class ThrownController {
  @Get(':what')
  throw(@Param('what') what: string) {
    throw THROWN[what]?.();
  }
}
