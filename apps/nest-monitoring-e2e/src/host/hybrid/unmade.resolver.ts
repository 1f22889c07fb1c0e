import { Inject, Injectable, Scope, type Provider } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';

const TENANT = Symbol('TENANT');

@Injectable()
@Resolver()
class UnmadeResolver {
  constructor(@Inject(TENANT) private readonly tenant: string) {}

  @Query(() => String)
  unmade(): string {
    return this.tenant;
  }
}

/** A resolver that is to be made for each request, and never can be. */
export const UNMADE_PROVIDERS: readonly Provider[] = [
  UnmadeResolver,
  {
    provide: TENANT,
    scope: Scope.REQUEST,
    useFactory: () => Promise.reject(new RangeError('rejected in a provider')),
  },
];
