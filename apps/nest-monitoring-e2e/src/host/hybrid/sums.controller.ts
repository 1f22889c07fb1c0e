import { Controller, UseGuards, type Type } from '@nestjs/common';
import { EventPattern, MessagePattern, Payload, RpcException } from '@nestjs/microservices';
import { mergeMap, throwError, timer } from 'rxjs';
import { ThrowingGuard, ThrowingPipe } from '../failures/guards-and-pipes.js';
import type { Monitoring } from '../monitoring/monitoring.js';
import { callPeer } from './call-peer.js';

/** One handler for each way in which a message can end. */
export function sumsController({ SkipMonitoring }: Monitoring): Type {
  @Controller()
  class SumsController {
    @MessagePattern({ cmd: 'sum' })
    sum(@Payload() numbers: number[]): number {
      return numbers.reduce((sum, number) => sum + number, 0);
    }

    @MessagePattern('calling')
    calling(@Payload() id: string): Promise<string> {
      return callPeer(id);
    }

    @EventPattern('noted')
    noted(what: string): void {
      throw new Error(`nobody hears ${what}`);
    }

    @MessagePattern('failing')
    failing(): void {
      throw new Error('the sums are gone');
    }

    @MessagePattern('observed')
    observed() {
      return timer(1).pipe(mergeMap(() => throwError(() => new Error('the sums went away'))));
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

    @MessagePattern('refused')
    refused(): void {
      throw new RpcException('not like this');
    }

    @SkipMonitoring()
    @MessagePattern('skipped')
    skipped(): void {
      throw new Error('nobody has to know');
    }
  }
  return SumsController;
}
