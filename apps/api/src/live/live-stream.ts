import type { MessageEvent } from '@nestjs/common';
import type { LiveQuery } from '@scitex/monitoring-contracts';
import type { Response } from 'express';
import { Observable } from 'rxjs';
import { digest } from './digest.js';
import type { LiveLog } from './live-log.js';

/** Between two digests at least. */
const EVERY_MS = 1_000;
/** Proxies cut a connection off that is silent, most of them after a minute. */
const HEARTBEAT_MS = 15_000;
/** How long a browser that knows no better waits before it connects again. */
const RETRY_MS = 2_000;
/** A page that opens its stream has read its figures just before: it is told of what was stored meanwhile. */
const JUST_BEFORE_MS = 5_000;

export interface LiveStreamOptions {
  readonly scope: LiveQuery;
  /** Of the last event that the client has read. */
  readonly lastEventId: string | undefined;
  readonly response: Pick<Response, 'writableNeedDrain' | 'on' | 'off' | 'once' | 'destroy' | 'socket'>;
}

/**
 * The events of one client. While it reads too slowly nothing is sent to it, and after that one digest of all that
 * happened; a client that is stuck at two heartbeats in a row is cut off.
 */
export function liveStream(
  log: LiveLog,
  { scope, lastEventId, response }: LiveStreamOptions,
): Observable<MessageEvent> {
  return new Observable((subscriber) => {
    const known = lastEventId === undefined ? log.placeAt(JUST_BEFORE_MS) : log.placeOf(lastEventId);
    let place = known ?? log.end;
    let from = new Date();
    let timer: NodeJS.Timeout | undefined;
    let isBlocked = false;

    const send = (opening?: 'fresh' | 'lost') => {
      timer = undefined;
      if (response.writableNeedDrain) return;
      const unread = log.read(place);
      const isShort = unread.isShort || opening === 'lost';
      const options = { scope, from, isDeaf: log.isDeaf, opens: opening !== undefined };
      const events = digest({ ...unread, isShort }, options);
      const before = log.idOf(place);
      place = log.end;
      // Who is cut off between two of them is told of all of them again.
      events.forEach((event, index) =>
        subscriber.next({
          ...event,
          id: index === events.length - 1 ? log.idOf(place) : before,
          ...(opening && { retry: RETRY_MS }),
        }),
      );
      if (events.length > 0) from = new Date();
    };
    const wake = () => {
      const due = from.getTime() + EVERY_MS - Date.now();
      timer ??= setTimeout(send, Math.min(Math.max(due, 0), EVERY_MS));
    };
    const heartbeat = setInterval(() => {
      if (!response.writableNeedDrain) subscriber.next({ comment: 'heartbeat' });
      else if (isBlocked) response.destroy();
      isBlocked = response.writableNeedDrain;
    }, HEARTBEAT_MS);
    const appended = log.appended.subscribe(wake);
    response.on('drain', wake);
    send(known === undefined ? 'lost' : 'fresh');

    return () => {
      clearTimeout(timer);
      clearInterval(heartbeat);
      appended.unsubscribe();
      response.off('drain', wake);
    };
  });
}
