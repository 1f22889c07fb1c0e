import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError, map, throwError, timeout, TimeoutError, type Observable } from 'rxjs';

const TIMEOUT_MS = 30;

@Injectable()
export class ThrowingInterceptor implements NestInterceptor {
  intercept(): never {
    throw new RangeError('thrown in an interceptor');
  }
}

@Injectable()
export class ThrowingAfterwardsInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map(() => {
        throw new RangeError('thrown after the handler');
      }),
    );
  }
}

/** Gives up on a handler, as Nest's documentation shows. */
export class TimeoutInterceptor implements NestInterceptor {
  constructor(private readonly toError: () => Error) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      timeout(TIMEOUT_MS),
      catchError((error: unknown) =>
        throwError(() => (error instanceof TimeoutError ? this.toError() : error)),
      ),
    );
  }
}
