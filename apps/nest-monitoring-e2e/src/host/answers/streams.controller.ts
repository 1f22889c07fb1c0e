import {
  Controller,
  Get,
  RequestTimeoutException,
  Res,
  ServiceUnavailableException,
  Sse,
  StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { interval, map, take } from 'rxjs';
import { TimeoutInterceptor } from '../failures/interceptors.js';
import { takeOver, type Reply } from './reply.js';

/** Milliseconds between two pieces of a slow answer. */
export const PAUSE_MS = 20;

async function* slowly(pieces: number) {
  for (let piece = 0; piece < pieces; piece++) {
    await setTimeout(PAUSE_MS);
    yield Buffer.from(`piece ${piece}\n`);
  }
}

/** Answers that take their time, or never come. */
@Controller('streams')
export class StreamsController {
  @Get('file')
  file() {
    return new StreamableFile(Buffer.alloc(200_000, 'x'), { type: 'text/plain' });
  }

  @Get('slow')
  slow() {
    return new StreamableFile(Readable.from(slowly(5)), { type: 'text/plain' });
  }

  @Get('by-hand')
  async byHand(@Res() reply: Reply): Promise<void> {
    const response = takeOver(reply);
    response.writeHead(200, { 'content-type': 'text/plain' });
    for await (const piece of slowly(3)) response.write(piece);
    response.end('the end');
  }

  @Get('broken')
  broken() {
    const stream = new Readable({ read: () => stream.destroy(new RangeError('the disk is gone')) });
    return new StreamableFile(stream);
  }

  @Sse('events')
  events() {
    return interval(PAUSE_MS).pipe(
      take(3),
      map((count) => ({ data: { count } })),
    );
  }

  @Sse('endless-events')
  endlessEvents() {
    return interval(PAUSE_MS).pipe(map((count) => ({ data: { count } })));
  }

  /** Waits for as long as the client does. */
  @Get('silent')
  async silent(@Res() reply: Reply): Promise<void> {
    await once(takeOver(reply), 'close');
  }

  @Get('interrupted')
  async interrupted(@Res() reply: Reply): Promise<void> {
    const response = takeOver(reply);
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.write('a beginning');
    await once(response, 'close');
  }

  @Get('timed-out')
  @UseInterceptors(new TimeoutInterceptor(() => new RequestTimeoutException('too slow')))
  timedOut() {
    return new Promise(() => undefined);
  }

  @Get('timed-out-upstream')
  @UseInterceptors(new TimeoutInterceptor(() => new ServiceUnavailableException('too slow upstream')))
  timedOutUpstream() {
    return new Promise(() => undefined);
  }
}
