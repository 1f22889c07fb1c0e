import { errorMonitor } from 'node:events';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { guarded } from '../../context/guarded.js';
import type { AnswerHead, Exchange } from './exchange.js';
import { failureOf, isDiscard } from './failure-of.js';

const CUT = 'connection-reset: ECONNRESET';

/**
 * Tells an exchange what becomes of a request of node:http or node:https. It only looks on: an error that nobody
 * handles still ends the process as before, and a body that nobody reads stays unread.
 */
export class HttpClientExchange {
  /** The host gave up when Node told it that nothing had been heard for as long as it wanted to wait. */
  private hasTimedOut = false;

  constructor(
    private readonly request: ClientRequest,
    private readonly exchange: Exchange,
  ) {
    request.on('timeout', () => this.timeout());
    request.once(errorMonitor, (error: unknown) => guarded(() => this.failed(error)));
    request.once('close', () => guarded(() => this.closed()));
  }

  answered(response: IncomingMessage): void {
    const isUnread = () => response.readableFlowing === null && response.listenerCount('readable') === 0;
    this.exchange.answered(headOf(response), isUnread);
    response.once('close', () => guarded(() => this.ended(response)));
  }

  failed(error: unknown): void {
    if (this.hasTimedOut) this.exchange.failed('timeout');
    else if (this.exchange.isAnswered && isDiscard(error)) this.exchange.complete();
    else this.exchange.failed(this.isHangUp(error) ? 'aborted' : failureOf(error, 'aborted'));
  }

  /** Node reports a request that its caller destroys in the words of one that the other side breaks off. */
  private isHangUp(error: unknown): boolean {
    return this.request.destroyed && (error as { message?: unknown } | null)?.message === 'socket hang up';
  }

  /** A host may leave it at being told; its own listener may come before this one, or after. */
  private timeout(): void {
    const { request } = this;
    const note = () => (this.hasTimedOut ||= request.destroyed || request.socket?.destroyed === true);
    if (!note()) process.nextTick(note);
  }

  /** An answer that its caller does not read to the end is one all the same; one that the other side cuts is not. */
  private ended({ complete, socket }: IncomingMessage): void {
    if (complete) this.exchange.complete();
    else if (this.hasTimedOut) this.exchange.failed('timeout');
    else if (socket.readableEnded) this.exchange.failed(CUT);
    else this.exchange.complete();
  }

  /** No channel tells of an answer that switches protocols. */
  private closed(): void {
    if (this.exchange.isAnswered) return;
    const { res } = this.request as { readonly res?: IncomingMessage };
    if (!res) return this.exchange.failed('aborted');
    this.exchange.answered({ ...headOf(res), contentLength: null });
    this.exchange.complete();
  }
}

function headOf({ statusCode = 0, headers, rawHeaders }: IncomingMessage): AnswerHead {
  return { statusCode, contentLength: headers['content-length'], headers: rawHeaders };
}
