import {
  Controller,
  Get,
  Inject,
  Injectable,
  Module,
  Post,
  Query,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import axios from 'axios';
import http from 'node:http';
import { MonitoringService } from '../../src/index.js';

/** One secret in all its guises; no part of the store may hold any of them. */
export const SECRET = 'hunter2-needle';
export const CARD = '4111 1111 1111 1111';
export const SESSION = 'session-of-ada';
const BASIC = Buffer.from(`ada:${SECRET}`).toString('base64');
export const NEEDLES = [SECRET, CARD, CARD.replaceAll(' ', ''), SESSION, BASIC];

const encoded = (text: string): string => encodeURIComponent(text);

/** Sentences that hold a secret each, as messages of errors do. */
export const LEAKS = [
  `password=${SECRET}`,
  `{"apiKey":"${SECRET}","user":"ada"}`,
  `connect postgres://ada:${SECRET}@db/papers failed`,
  `sent Authorization: Bearer ${SECRET}`,
  `Basic ${BASIC} was refused`,
  `card ${CARD} was declined`,
  `redirect to /login?next=${encoded(`/x?token=${SECRET}`)}`,
];

/** The session that a session middleware would find. */
@Injectable()
class SessionGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ sessionID?: string }>();
    request.sessionID = SESSION;
    return true;
  }
}

/** A host that puts a secret into everything that it can put one into. */
@Controller('leaky')
@UseGuards(SessionGuard)
class LeakyController {
  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {}

  @Get('throws')
  throws(@Query('leak') leak: string) {
    throw new Error(LEAKS[Number(leak)], {
      cause: new AggregateError(
        LEAKS.map((text) => new RangeError(text)),
        LEAKS.join(', '),
      ),
    });
  }

  @Get('throws-an-object')
  throwsAnObject() {
    throw { password: SECRET, notes: LEAKS, nested: [{ name: 'ada', token: SECRET }] };
  }

  @Get('throws-a-text')
  throwsAText() {
    throw LEAKS.join('; ');
  }

  @Post('logs')
  logs() {
    const everything = { password: SECRET, leaks: LEAKS, deep: { auth_token: SECRET, card: CARD } };
    for (const leak of LEAKS) {
      this.monitoring.logError(
        { errorType: leak, message: leak, stackTrace: leak },
        { endpoint: leak, metadata: everything },
      );
      this.monitoring.logMetric({ metricType: leak, value: 1, endpoint: leak, metadata: everything });
      this.monitoring.logActivity({
        activityType: leak,
        module: leak,
        feature: leak,
        sessionId: leak,
        details: everything,
      });
      this.monitoring.logApiUsage({
        apiName: leak,
        endpoint: leak,
        method: leak,
        responseTime: 1,
        queryParams: everything,
        error: leak,
      });
    }
    this.monitoring.logActivity({ activityType: 'plain' });
    return {};
  }

  @Post('calls')
  async calls(@Query('to') to: string) {
    const path = `/token=${SECRET}/${encoded(`password=${SECRET}`)}/${CARD.replaceAll(' ', '')}?api_key=${SECRET}&next=${encoded(`/x?pin=${SECRET}`)}`;
    const headers = { authorization: `Bearer ${SECRET}`, cookie: `sid=${SECRET}` };
    await fetch(to + path, { method: 'POST', headers, body: LEAKS.join('\n') });
    await axios.get(to + path, { headers, auth: { username: 'ada', password: SECRET } });
    await new Promise((resolve) => {
      http.get(to + path, { auth: `ada:${SECRET}`, headers }, (response) =>
        response.resume().on('end', resolve),
      );
    });
    await this.monitoring.monitorApi(`api?token=${SECRET}`, path, { password: SECRET }, () =>
      fetch(to + path),
    );
    return {};
  }
}

@Module({ controllers: [LeakyController] })
export class LeakyModule {}
