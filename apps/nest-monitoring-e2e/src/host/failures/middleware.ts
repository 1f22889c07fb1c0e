import { Injectable, type NestMiddleware } from '@nestjs/common';

@Injectable()
export class ThrowingMiddleware implements NestMiddleware {
  use(): never {
    throw new RangeError('thrown in middleware');
  }
}

@Injectable()
export class AsyncMiddleware implements NestMiddleware {
  use(): Promise<never> {
    return Promise.reject(new RangeError('rejected in middleware'));
  }
}

@Injectable()
export class CallingBackMiddleware implements NestMiddleware {
  use(_request: unknown, _response: unknown, next: (error: Error) => void): void {
    next(new RangeError('handed on by middleware'));
  }
}
