import { Controller, Headers, Query, Res, Sse, type MessageEvent } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  liveEventsSchema,
  liveQuerySchema,
  type Account,
  type LiveQuery,
} from '@scitex/monitoring-contracts';
import type { Response } from 'express';
import type { Observable } from 'rxjs';
import { CurrentAccount } from '../access/current-account.decorator.js';
import { CurrentSession, type AccessSession } from '../access/current-session.decorator.js';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { ProblemException } from '../problem/problem.exception.js';
import { LiveService } from './live.service.js';

@ApiTags('stream')
@Controller('stream')
export class LiveController {
  constructor(private readonly service: LiveService) {}

  @Sse()
  @RequireRole('viewer')
  @Answers(
    liveEventsSchema,
    'What happens, as server-sent events `summary`, `health` and `error`, each with data as the field of its name says. ' +
      'Ends with the session, and when the access token expires: connect again with a new one.',
  )
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description:
      'The id of the last event that was read: what came after it is told, or a summary says to refetch.',
  })
  stream(
    @Query({ schema: liveQuerySchema }) scope: LiveQuery,
    @CurrentAccount() account: Account,
    @CurrentSession() { id, expiresAt }: AccessSession,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Observable<MessageEvent> {
    if (id === undefined)
      throw new ProblemException(401, 'Sign in again: the access token names no session.');
    const owner = { accountId: account.id, sessionId: id, expiresAt };
    return this.service.open(owner, { scope, lastEventId, response });
  }
}
