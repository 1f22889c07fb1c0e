import { Controller, Get, Inject, Module, Scope } from '@nestjs/common';

const TENANT = Symbol('TENANT');

@Controller('scoped')
class ScopedController {
  constructor(@Inject(TENANT) private readonly tenant: string) {}

  @Get()
  tell() {
    return { tenant: this.tenant };
  }
}

/** A provider that is made for each request, and never can be. */
@Module({
  controllers: [ScopedController],
  providers: [
    {
      provide: TENANT,
      scope: Scope.REQUEST,
      useFactory: () => Promise.reject(new RangeError('rejected in a provider')),
    },
  ],
})
export class ScopedModule {}
