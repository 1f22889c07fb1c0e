import { Injectable, type MessageEvent } from '@nestjs/common';
import { defer, finalize, takeUntil, type Observable } from 'rxjs';
import { HealthWatch } from './health-watch.js';
import { LiveLog } from './live-log.js';
import { liveStream, type LiveStreamOptions } from './live-stream.js';
import { OpenStreams, type StreamOwner } from './open-streams.js';

@Injectable()
export class LiveService {
  constructor(
    private readonly log: LiveLog,
    private readonly healthWatch: HealthWatch,
    private readonly openStreams: OpenStreams,
  ) {}

  /** @throws ProblemException 429 where the account has as many streams as it may */
  open(owner: StreamOwner, options: LiveStreamOptions): Observable<MessageEvent> {
    this.openStreams.requireRoom(owner.accountId);
    return defer(() => {
      const { ended, close } = this.openStreams.open(owner);
      const unfollow = this.healthWatch.follow(options.scope);
      return liveStream(this.log, options).pipe(
        takeUntil(ended),
        finalize(() => {
          // Kept alive, the connection would hold up the end of the server.
          const { socket } = options.response;
          options.response.once('finish', () => socket?.destroySoon());
          unfollow();
          close();
        }),
      );
    });
  }
}
