import { Controller, Get, Module, Req, Res } from '@nestjs/common';

interface Reply {
  status(code: number): Reply;
  send(body: unknown): unknown;
}

@Controller('hostile')
class HostileController {
  @Get('answers-500')
  answers(@Res() reply: Reply): void {
    reply.status(500).send({ sorry: true });
  }

  @Get('aggregate')
  aggregate() {
    throw new AggregateError([new RangeError('first of two'), 'second of two'], 'both failed');
  }

  @Get('getters')
  getters(@Req() request: object) {
    for (const key of ['user', 'session', 'sessionID', 'ip'])
      Object.defineProperty(request, key, { get: unreadable, configurable: true });
    return { answered: true };
  }

  @Get('throws-what-has-no-end')
  throwsWithoutEnd() {
    throw {
      toJSON: endless,
      get message() {
        return unreadable();
      },
    };
  }
}

function unreadable(): never {
  throw new Error('thrown by a getter of the host');
}

/** Never to be asked: it would keep the host for ever. */
function endless(): never {
  for (;;);
}

@Module({ controllers: [HostileController] })
export class HostileModule {}
