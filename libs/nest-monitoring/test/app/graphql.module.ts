import {
  Inject,
  Injectable,
  Module,
  NotFoundException,
  UseFilters,
  UseGuards,
  UseInterceptors,
  Catch,
  type ExceptionFilter,
} from '@nestjs/common';
import {
  AbstractGraphQLDriver,
  Args,
  Field,
  GraphQLModule,
  Mutation,
  ObjectType,
  Parent,
  Query,
  ResolveField,
  Resolver,
  Subscription,
} from '@nestjs/graphql';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { timer, mergeMap, throwError } from 'rxjs';
import { MonitoringService, SkipMonitoring } from '../../src/index.js';
import { RejectGuard, ThrowingGuard, ThrowingInterceptor, ThrowingPipe } from './throwing.js';

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string };
}

/** Answers GraphQL over HTTP, on Express and on Fastify. */
class Driver extends AbstractGraphQLDriver {
  start({ schema, path }: { schema?: GraphQLSchema; path?: string }): Promise<void> {
    if (!schema) throw new Error('Nest made no schema.');
    const answer = createHandler({ schema, context: ({ raw }) => ({ req: raw as Request }) });
    const { httpAdapter } = this.httpAdapterHost;
    const serve = async (req: Request, reply: ServerResponse & { raw?: ServerResponse }) => {
      const [body, init] = await answer({
        ...req,
        url: req.url,
        method: req.method,
        headers: req.headers,
        body: req.body,
        raw: req,
        context: undefined,
      });
      (reply as { hijack?(): void }).hijack?.();
      (reply.raw ?? reply).writeHead(init.status, init.headers).end(body);
    };
    // Middleware on Express and a route on Fastify, as with Apollo's.
    if (httpAdapter.getType() === 'express') httpAdapter.use(path, serve);
    else httpAdapter.post(path ?? '', serve);
    return Promise.resolve();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

@ObjectType()
class Paper {
  @Field(() => String)
  title!: string;
}

@Catch(RangeError)
class ApologisingFilter implements ExceptionFilter {
  catch(): Error {
    return new Error('sorry');
  }
}

/** One resolver for each way in which a run can end. */
@Injectable()
@Resolver(() => Paper)
export class PapersResolver {
  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {}

  @Query(() => [Paper])
  papers(): Paper[] {
    return ['one', 'two', 'three'].map((title) => ({ title }));
  }

  @Query(() => String)
  failing(): string {
    throw new Error('the index is gone');
  }

  @Query(() => String)
  async failingLater(): Promise<string> {
    await new Promise(setImmediate);
    throw new Error('gone later');
  }

  @Query(() => String)
  observed() {
    return timer(1).pipe(mergeMap(() => throwError(() => new Error('observed'))));
  }

  @Query(() => String)
  text(): string {
    throw 'just a string';
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

  @Query(() => String)
  @UseInterceptors(ThrowingInterceptor)
  intercepted(): string {
    return '';
  }

  @Query(() => String)
  @UseFilters(ApologisingFilter)
  @UseInterceptors(ThrowingInterceptor)
  filtered(): string {
    return '';
  }

  @Query(() => String)
  refused(): string {
    throw new GraphQLError('not like this', { extensions: { code: 'BAD_USER_INPUT' } });
  }

  @Query(() => String)
  missing(): string {
    throw new NotFoundException('no such paper');
  }

  @Query(() => String)
  @UseGuards(RejectGuard)
  forbidden(): string {
    return '';
  }

  @Query(() => String)
  logged(): string {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    throw error;
  }

  @SkipMonitoring()
  @Query(() => String)
  skipped(): string {
    throw new Error('nobody has to know');
  }

  @Mutation(() => String)
  rename(@Args('title') title: string): string {
    this.monitoring.logMetric({ metricType: 'title_length', value: title.length });
    return title;
  }

  @Subscription(() => String)
  async *published() {
    yield { published: 'one' };
    await new Promise(setImmediate);
    throw new Error('the feed broke');
  }

  @ResolveField(() => String, { nullable: true })
  abstract(@Parent() { title }: Paper): string {
    if (title === 'two') throw new Error(`no abstract of ${title}`);
    return title;
  }

  /** Takes nothing by decorator: GraphQL calls it bare. */
  @ResolveField(() => String, { nullable: true })
  pages(): string {
    throw new Error('no pages');
  }
}

@Module({
  imports: [GraphQLModule.forRoot({ driver: Driver, autoSchemaFile: true, path: '/graphql' })],
  providers: [PapersResolver],
})
export class GraphqlHostModule {}
