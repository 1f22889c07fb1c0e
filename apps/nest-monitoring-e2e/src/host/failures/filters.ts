import { Catch, HttpException, HttpStatus, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { BaseExceptionFilter, HttpAdapterHost } from '@nestjs/core';
import type { Reply } from '../answers/reply.js';

/** Answers everything itself, so that no global filter of anybody else is ever asked. */
@Catch()
export class CatchAllFilter implements ExceptionFilter {
  constructor(private readonly host: HttpAdapterHost) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const status = statusOf(exception);
    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), { caught: true, status }, status);
  }
}

/** Looks, and leaves the answer to Nest: what most error trackers ask for. */
@Catch()
export class DelegatingFilter extends BaseExceptionFilter {
  readonly seen: unknown[] = [];

  override catch(exception: unknown, host: ArgumentsHost): void {
    this.seen.push(exception);
    super.catch(exception, host);
  }
}

/** Turns a failure of the domain into an answer below 500. */
@Catch(RangeError)
export class RangeErrorFilter implements ExceptionFilter {
  catch(error: RangeError, host: ArgumentsHost): void {
    const reply: Reply = host.switchToHttp().getResponse();
    reply.status(HttpStatus.UNPROCESSABLE_ENTITY).send({ domain: error.message });
  }
}

/** Answers a server error in its own words. */
@Catch()
export class ApologisingFilter implements ExceptionFilter {
  catch(_exception: unknown, host: ArgumentsHost): void {
    const reply: Reply = host.switchToHttp().getResponse();
    reply.status(HttpStatus.SERVICE_UNAVAILABLE).send({ sorry: true });
  }
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const { statusCode } = (exception ?? {}) as { statusCode?: number };
  return statusCode ?? HttpStatus.INTERNAL_SERVER_ERROR;
}
