import { UseGuards, type Type } from '@nestjs/common';
import { MessageBody, SubscribeMessage, WebSocketGateway, WsException } from '@nestjs/websockets';
import { setTimeout } from 'node:timers/promises';
import { mergeMap, throwError, timer } from 'rxjs';
import { ThrowingGuard, ThrowingPipe } from '../failures/guards-and-pipes.js';
import type { Monitoring } from '../monitoring/monitoring.js';
import { callPeer } from './call-peer.js';

/** Timers end in their order: by then the others of this gateway have. */
const SETTLED_MS = 20;

/** One handler for each way in which a message can end. */
export function chatGateway({ SkipMonitoring }: Monitoring): Type {
  @WebSocketGateway()
  class ChatGateway {
    @SubscribeMessage('echo')
    echo(@MessageBody() data: string) {
      return { event: 'echo', data };
    }

    @SubscribeMessage('calling')
    async calling(@MessageBody() id: string) {
      return { event: 'calling', data: await callPeer(id) };
    }

    @SubscribeMessage('failing')
    failing(): void {
      throw new Error('the room is gone');
    }

    @SubscribeMessage('observed')
    observed() {
      return timer(1).pipe(mergeMap(() => throwError(() => new Error('the room went away'))));
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

    @SubscribeMessage('refused')
    refused(): void {
      throw new WsException('not like this');
    }

    @SkipMonitoring()
    @SubscribeMessage('skipped')
    skipped(): void {
      throw new Error('nobody has to know');
    }

    /** Not every failure is answered: tells the client that nothing more is to come. */
    @SkipMonitoring()
    @SubscribeMessage('settle')
    async settle() {
      await setTimeout(SETTLED_MS);
      return { event: 'settled', data: null };
    }
  }
  return ChatGateway;
}
