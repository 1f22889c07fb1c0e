import { Controller, Get, Param, UseGuards, UseInterceptors } from '@nestjs/common';
import { throwError } from 'rxjs';
import { ClosedGuard, RejectingGuard, ThrowingGuard, ThrowingPipe } from './guards-and-pipes.js';
import { ThrowingAfterwardsInterceptor, ThrowingInterceptor } from './interceptors.js';

/** Throws wherever a host can throw. */
@Controller('failures')
export class FailuresController {
  @Get('handler')
  handler() {
    throw new RangeError('thrown in a handler');
  }

  @Get('async-handler')
  asyncHandler() {
    return Promise.reject(new RangeError('rejected in a handler'));
  }

  @Get('observable')
  observable() {
    return throwError(() => new RangeError('failed in an observable'));
  }

  @Get('guard')
  @UseGuards(ThrowingGuard)
  guard() {
    return {};
  }

  @Get('rejecting-guard')
  @UseGuards(RejectingGuard)
  rejectingGuard() {
    return {};
  }

  @Get('closed-guard')
  @UseGuards(ClosedGuard)
  closedGuard() {
    return {};
  }

  @Get('pipe/:value')
  pipe(@Param('value', ThrowingPipe) value: string) {
    return { value };
  }

  @Get('interceptor')
  @UseInterceptors(ThrowingInterceptor)
  interceptor() {
    return {};
  }

  @Get('afterwards')
  @UseInterceptors(ThrowingAfterwardsInterceptor)
  afterwards() {
    return {};
  }

  @Get('middleware')
  middleware() {
    return {};
  }

  @Get('async-middleware')
  asyncMiddleware() {
    return {};
  }

  @Get('calling-back-middleware')
  callingBackMiddleware() {
    return {};
  }
}
