import { Controller, Get, Module, Res } from '@nestjs/common';

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
}

@Module({ controllers: [HostileController] })
export class HostileModule {}
