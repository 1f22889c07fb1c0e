import { HttpException, Inject, Injectable, Scope, UseGuards, UseInterceptors } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
import { mergeMap, of, throwError, timer } from 'rxjs';
import { setTimeout } from 'node:timers/promises';
import { MonitoringService, SkipMonitoring } from '../../src/index.js';
import { ThrowingGuard, ThrowingInterceptor, ThrowingPipe } from './throwing.js';

interface Client {
  user?: { readonly id: string };
}

/** One handler for each way in which a message can end. */
@WebSocketGateway()
export class ChatGateway {
  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {}

  @SubscribeMessage('sign-in')
  signIn(client: Client, id: string) {
    client.user = { id };
    return { event: 'signed-in', data: id };
  }

  @SubscribeMessage('echo')
  async echo(@MessageBody() text: string) {
    await setTimeout(Math.random() * 5);
    this.monitoring.logMetric({ metricType: 'text_length', value: text.length });
    return { event: 'echo', data: text };
  }

  @SubscribeMessage('stream')
  stream() {
    return of(1, 2).pipe(
      mergeMap((n) => timer(25 * n).pipe(mergeMap(() => of({ event: 'stream', data: n })))),
    );
  }

  @SubscribeMessage('failing')
  failing(): void {
    throw new Error('the room is gone');
  }

  @SubscribeMessage('observed')
  observed() {
    return timer(1).pipe(mergeMap(() => throwError(() => new Error('observed'))));
  }

  @SubscribeMessage('text')
  text(): void {
    throw 'just a string';
  }

  @SubscribeMessage('guarded')
  @UseGuards(ThrowingGuard)
  guarded(): void {
    return;
  }

  @SubscribeMessage('piped')
  piped(@MessageBody(ThrowingPipe) text: string): string {
    return text;
  }

  @SubscribeMessage('intercepted')
  @UseInterceptors(ThrowingInterceptor)
  intercepted(): void {
    return;
  }

  @SubscribeMessage('refused')
  refused(): void {
    throw new WsException('not like this');
  }

  @SubscribeMessage('missing')
  missing(): void {
    throw new HttpException('no such room', 404);
  }

  @SubscribeMessage('logged')
  logged(): void {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    throw error;
  }

  @SkipMonitoring()
  @SubscribeMessage('skipped')
  skipped(): void {
    throw new Error('nobody has to know');
  }
}

/** Made anew for each message. */
@Injectable({ scope: Scope.REQUEST })
@WebSocketGateway()
export class ScopedGateway {
  @SubscribeMessage('scoped')
  scoped() {
    return { event: 'scoped', data: true };
  }
}
