import { UseGuards, type Type } from '@nestjs/common';
import { Args, Field, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { mergeMap, throwError, timer } from 'rxjs';
import { ThrowingGuard, ThrowingPipe } from '../failures/guards-and-pipes.js';
import type { Monitoring } from '../monitoring/monitoring.js';
import { callPeer } from './call-peer.js';

@ObjectType()
class Paper {
  @Field(() => String)
  title!: string;
}

/** One resolver for each way in which a run can end. */
export function papersResolver({ SkipMonitoring }: Monitoring): Type {
  @Resolver(() => Paper)
  class PapersResolver {
    @Query(() => [Paper])
    papers(): Paper[] {
      return [{ title: 'one' }, { title: 'two' }];
    }

    @ResolveField(() => String, { nullable: true })
    abstract(@Parent() { title }: Paper): string {
      if (title === 'two') throw new Error('no abstract of two');
      return `abstract of ${title}`;
    }

    @Mutation(() => String)
    rename(@Args('title') title: string): string {
      return title;
    }

    @Query(() => String)
    calling(@Args('id') id: string): Promise<string> {
      return callPeer(id);
    }

    @Query(() => String)
    failing(): string {
      throw new Error('the index is gone');
    }

    @Query(() => String)
    observed() {
      return timer(1).pipe(mergeMap(() => throwError(() => new Error('the index went away'))));
    }

    @Query(() => String)
    @UseGuards(ThrowingGuard)
    guarded(): string {
      return '';
    }

    @Query(() => String)
    piped(@Args('value', ThrowingPipe) value: string): string {
      return value;
    }

    @SkipMonitoring()
    @Query(() => String)
    skipped(): string {
      throw new Error('nobody has to know');
    }
  }
  return PapersResolver;
}
