import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { ReplaySubject, type Observable } from 'rxjs';
import { RefreshTokens } from '../auth/refresh-tokens.js';
import { ProblemException } from '../problem/problem.exception.js';

/** On one server: a tab that is hidden has none, so that these are many windows. */
const MAX_PER_ACCOUNT = 20;
const CHECK_EVERY_MS = 5_000;

/** Whose a stream is, and until when they may have it. */
export interface StreamOwner {
  readonly accountId: string;
  readonly sessionId: string;
  /** When the access token expires; who holds the session gets another, and connects again. */
  readonly expiresAt: Date;
}

interface OpenStream extends StreamOwner {
  readonly end: () => void;
}

/** Ends streams whose access token expires, whose session has ended, or whose account was deactivated, and all at shutdown. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly logger = new Logger('Live');
  private readonly streams = new Set<OpenStream>();
  private readonly timer = setInterval(() => void this.check(), CHECK_EVERY_MS).unref();

  constructor(private readonly refreshTokens: RefreshTokens) {}

  /** @throws ProblemException 429 where the account has as many as it may */
  requireRoom(accountId: string): void {
    const open = [...this.streams].filter((stream) => stream.accountId === accountId).length;
    if (open < MAX_PER_ACCOUNT) return;
    throw new ProblemException(429, `This account has ${MAX_PER_ACCOUNT} streams open: close a few first.`);
  }

  /** Keeps a stream among the open ones until `close`; `ended` emits when it has to end. */
  open(owner: StreamOwner): { readonly ended: Observable<void>; readonly close: () => void } {
    const ended = new ReplaySubject<void>(1);
    const stream = { ...owner, end: () => ended.next() };
    const timer = setTimeout(stream.end, owner.expiresAt.getTime() - Date.now()).unref();
    this.streams.add(stream);
    const close = () => {
      clearTimeout(timer);
      this.streams.delete(stream);
    };
    return { ended, close };
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    for (const { end } of this.streams) end();
  }

  private async check(): Promise<void> {
    const streams = [...this.streams];
    if (streams.length === 0) return;
    try {
      const open = await this.refreshTokens.stillOpen(streams.map(({ sessionId }) => sessionId));
      for (const { sessionId, end } of streams) if (!open.has(sessionId)) end();
    } catch (error) {
      // Where the store is away nobody is signed out: the next check tells.
      this.logger.warn(`Sessions of streams could not be checked: ${String(error)}`);
    }
  }
}
