import {
  Catch,
  Injectable,
  type ArgumentsHost,
  type CanActivate,
  type ExceptionFilter,
  type NestInterceptor,
  type NestMiddleware,
  type PipeTransform,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Inject } from '@nestjs/common';

@Injectable()
export class ThrowingGuard implements CanActivate {
  canActivate(): boolean {
    throw new RangeError('thrown in a guard');
  }
}

@Injectable()
export class RejectGuard implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

@Injectable()
export class ThrowingPipe implements PipeTransform {
  transform(): never {
    throw new RangeError('thrown in a pipe');
  }
}

@Injectable()
export class ThrowingInterceptor implements NestInterceptor {
  intercept(): never {
    throw new RangeError('thrown in an interceptor');
  }
}

@Injectable()
export class ThrowingMiddleware implements NestMiddleware {
  use(): never {
    throw new RangeError('thrown in middleware');
  }
}

/** A host that answers everything itself, so that no global filter of anybody else is ever asked. */
@Catch()
export class CatchAllFilter implements ExceptionFilter {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const status = (exception as { getStatus?(): number } | null)?.getStatus?.() ?? 500;
    this.host.httpAdapter.reply(host.switchToHttp().getResponse(), { caught: true, status }, status);
  }
}
