import {
  Controller,
  HttpException,
  Inject,
  Injectable,
  Scope,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { EventPattern, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import { from, mergeMap, throwError, timer } from 'rxjs';
import { setTimeout } from 'node:timers/promises';
import { MonitoringService, SkipMonitoring } from '../../src/index.js';
import { ThrowingGuard, ThrowingInterceptor, ThrowingPipe } from './throwing.js';

/** One handler for each way in which a message can end. */
@Controller()
export class SumsController {
  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {}

  @MessagePattern({ cmd: 'sum' })
  async sum(numbers: number[]): Promise<number> {
    await setTimeout(Math.random() * 5);
    this.monitoring.logMetric({ metricType: 'summands', value: numbers.length });
    return numbers.reduce((sum, number) => sum + number, 0);
  }

  @MessagePattern('stream')
  stream(numbers: number[]) {
    return from(numbers);
  }

  @EventPattern('noted')
  noted(what: string): void {
    throw new Error(`nobody hears ${what}`);
  }

  @MessagePattern('failing')
  failing(): void {
    throw new Error('the index is gone');
  }

  @MessagePattern('observed')
  observed() {
    return timer(1).pipe(mergeMap(() => throwError(() => new Error('observed'))));
  }

  @MessagePattern('text')
  text(): void {
    throw 'just a string';
  }

  @MessagePattern('guarded')
  @UseGuards(ThrowingGuard)
  guarded(): void {
    return;
  }

  @MessagePattern('piped')
  piped(@Payload(ThrowingPipe) value: string): string {
    return value;
  }

  @MessagePattern('intercepted')
  @UseInterceptors(ThrowingInterceptor)
  intercepted(): void {
    return;
  }

  @MessagePattern('refused')
  refused(): void {
    throw new RpcException('not like this');
  }

  @MessagePattern('missing')
  missing(): void {
    throw new HttpException('no such sum', 404);
  }

  @MessagePattern('logged')
  logged(): void {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    throw error;
  }

  @SkipMonitoring()
  @MessagePattern('skipped')
  skipped(): void {
    throw new Error('nobody has to know');
  }
}

/** Made anew for each message. */
@Injectable({ scope: Scope.REQUEST })
@Controller()
export class ScopedController {
  @MessagePattern('scoped')
  scoped(): boolean {
    return true;
  }
}
