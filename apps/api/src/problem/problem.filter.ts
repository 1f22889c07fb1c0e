import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isStoreAway } from '../database/store-failure.js';
import { allowedMethods } from './allowed-methods.js';
import { ProblemException } from './problem.exception.js';
import { toProblem } from './to-problem.js';

/** Answers every failure as RFC 9457 `application/problem+json`, and logs those that nobody foresaw. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Request');

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    // The framework's own 404: no route took the request, which may be for its method alone.
    const allowed = thrown instanceof NotFoundException ? allowedMethods(request) : [];
    const error = allowed.length > 0 ? refuseMethod(request.method, allowed) : thrown;
    const problem = { ...toProblem(error), instance: pathOf(request) };
    if (problem.status >= 500 && !(error instanceof ProblemException))
      this.log(error, `${request.method} ${problem.instance}`);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (allowed.length > 0) response.setHeader('Allow', allowed.join(', '));
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

function refuseMethod(method: string, allowed: readonly string[]): ProblemException {
  return new ProblemException(405, `This address does not take ${method}: use ${allowed.join(' or ')}.`);
}

/** Without the query string: it may hold what should not be repeated. */
function pathOf(request: Request): string {
  return request.originalUrl.split('?', 1)[0] ?? '/';
}
