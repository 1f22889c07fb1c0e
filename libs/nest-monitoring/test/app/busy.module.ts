import { Controller, Get, Module, Param } from '@nestjs/common';

/** Handlers that hold up the event loop, as a large calculation or a synchronous file does. */
@Controller('busy')
class BusyController {
  @Get('failing/:ms')
  fail(@Param('ms') ms: string): never {
    burn(Number(ms));
    throw new RangeError(`too much, after ${ms} ms`);
  }

  @Get(':ms')
  work(@Param('ms') ms: string): object {
    burn(Number(ms));
    return {};
  }
}

@Module({ controllers: [BusyController] })
export class BusyModule {}

function burn(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
