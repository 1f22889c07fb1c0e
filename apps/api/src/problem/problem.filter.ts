import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isStoreAway } from '../database/store-failure.js';
import { ProblemException } from './problem.exception.js';
import { toProblem } from './to-problem.js';

/** Answers every failure as RFC 9457 `application/problem+json`, and logs those that nobody foresaw. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Request');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = { ...toProblem(error), instance: pathOf(request) };
    if (problem.status >= 500 && !(error instanceof ProblemException))
      this.log(error, `${request.method} ${problem.instance}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  private log(error: unknown, route: string): void {
    if (isStoreAway(error)) {
      this.logger.warn(`${route}: the store does not answer (${String(error)})`);
      return;
    }
    this.logger.error(`${route}: ${String(error)}`, error instanceof Error ? error.stack : undefined);
  }
}

/** Without the query string: it may hold what should not be repeated. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0] ?? '/';
}
