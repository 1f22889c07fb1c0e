import { Processor, WorkerHost } from '@nestjs/bullmq';
import { Controller, Get, Inject, Injectable, Module, Scope } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { MessagePattern } from '@nestjs/microservices';
import { SkipMonitoring } from '../../src/index.js';

const TENANT = Symbol('TENANT');

@Controller('broken')
export class BrokenController {
  constructor(@Inject(TENANT) readonly tenant: string) {}

  @MessagePattern('broken')
  handle(): string {
    return this.tenant;
  }

  @Get()
  get(): string {
    return this.tenant;
  }
}

@SkipMonitoring()
@Controller()
class SecretController {
  constructor(@Inject(TENANT) readonly tenant: string) {}

  @MessagePattern('secret')
  handle(): string {
    return this.tenant;
  }
}

@Injectable()
@Resolver()
class BrokenResolver {
  constructor(@Inject(TENANT) readonly tenant: string) {}

  @Query(() => String)
  broken(): string {
    return this.tenant;
  }
}

@Processor('broken')
class BrokenProcessor extends WorkerHost {
  constructor(@Inject(TENANT) readonly tenant: string) {
    super();
  }

  process(): Promise<string> {
    return Promise.resolve(this.tenant);
  }
}

const refuse = () => Promise.reject(new RangeError('rejected in a provider'));

/** Handlers whose class is made anew for each message, and never can be. */
@Module({
  controllers: [BrokenController, SecretController],
  providers: [{ provide: TENANT, scope: Scope.REQUEST, useFactory: refuse }, BrokenResolver, BrokenProcessor],
})
export class BrokenModule {}
