import { BadRequestException } from '@nestjs/common';
import { ProblemException } from './problem.exception.js';
import { toProblem } from './to-problem.js';

const coded = (code: string, message = 'SELECT secret FROM monitoring.staff_account') =>
  Object.assign(new Error(message), { code });

it.each([
  ['a refused connection', coded('ECONNREFUSED'), 503, 'check that PostgreSQL runs'],
  ['a store that shuts down', coded('57P01'), 503, 'check that PostgreSQL runs'],
  ['a store with no connection left', coded('53300'), 503, 'check that PostgreSQL runs'],
  [
    'a connection that broke',
    new Error('Connection terminated unexpectedly'),
    503,
    'check that PostgreSQL runs',
  ],
  ['a failure inside another', { driverError: coded('ECONNRESET') }, 503, 'check that PostgreSQL runs'],
  ['a statement that took too long', coded('57014'), 503, 'shorter range'],
  ['a value that PostgreSQL cannot hold', coded('22008'), 400, 'no store can take'],
  ['a mistake in a statement', coded('42601'), 500, "the server's log says why"],
  ['a mistake of ours', new TypeError('x is not a function'), 500, "the server's log says why"],
  ['nothing at all', undefined, 500, "the server's log says why"],
  [
    'what the framework refuses',
    new BadRequestException('Unexpected token S in JSON'),
    400,
    'well-formed JSON',
  ],
  ['what we refuse', new ProblemException(404, 'There is no such group.'), 404, 'There is no such group.'],
])('answers %s by what to do about it, without its text', (_, error, status, detail) => {
  const problem = toProblem(error);
  expect(problem).toMatchObject({ status, detail: expect.stringContaining(detail) as string });
  expect(JSON.stringify(problem)).not.toMatch(/SELECT|function|token S/);
});
