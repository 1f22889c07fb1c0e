import { STATUS_CODES } from 'node:http';
import { HttpException } from '@nestjs/common';
import type { Problem } from '@scitex/monitoring-contracts';
import { isDataException, isStatementTimeout, isStoreAway } from '../database/store-failure.js';
import { ProblemException } from './problem.exception.js';

/** What the framework itself refuses, in our words. */
const DETAILS: Record<number, string> = {
  400: 'The request could not be read: send well-formed JSON and a well-formed address.',
  404: 'There is nothing at this address.',
  413: 'The request body is too large: send at most 100 KiB.',
  415: 'The request body is in a form that is not taken here: send it as UTF-8 application/json.',
};

/** The answer to a failed request; nothing of an unexpected failure's text leaves the server. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemException) {
    const { detail, errors, currentVersion } = error;
    return {
      ...problem(error.getStatus(), detail, errors),
      ...(currentVersion !== undefined && { currentVersion }),
    };
  }
  if (error instanceof HttpException) {
    const status = error.getStatus();
    return problem(status, DETAILS[status] ?? error.message);
  }
  const status = clientErrorStatus(error);
  if (status) return problem(status, DETAILS[status] ?? `${STATUS_CODES[status] ?? 'Bad request'}.`);
  if (isDataException(error)) {
    return problem(400, 'The request holds a value that no store can take, such as a time out of all range.');
  }
  if (isStatementTimeout(error)) {
    return problem(503, 'The store took too long to answer: try a shorter range.');
  }
  if (isStoreAway(error)) {
    return problem(503, 'The store does not answer: check that PostgreSQL runs, then try again.');
  }
  return problem(500, "The server failed; the server's log says why.");
}

function problem(status: number, detail: string, errors?: Problem['errors']): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    ...(errors && { errors }),
  };
}

/** Express and its body parser mark what the client did wrong by a 4xx `status` on the error. */
function clientErrorStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined;
  const { status } = error;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
