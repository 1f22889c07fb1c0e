/** What teams write first: a global interceptor with a `repository.insert` for each request, not awaited. */
import 'reflect-metadata';
import * as decorators from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Request, Response } from 'express';
import { tap, type Observable } from 'rxjs';
import { DataSource, EntitySchema, type Repository } from 'typeorm';
import { appModule } from '../../host/papers.ts';
import { serve } from '../../host/serve.ts';

interface RequestRow {
  readonly id?: number;
  readonly at: Date;
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly durationMs: number;
  readonly error: string | null;
}

const RequestLog = new EntitySchema<RequestRow>({
  name: 'request_log',
  columns: {
    id: { type: 'int', primary: true, generated: 'increment' },
    at: { type: 'timestamptz' },
    method: { type: 'text' },
    url: { type: 'text' },
    status: { type: 'int' },
    durationMs: { type: 'float8' },
    error: { type: 'text', nullable: true },
  },
});

class RequestLogInterceptor implements NestInterceptor {
  readonly pending = new Set<Promise<unknown>>();
  readonly #rows: Repository<RequestRow>;

  constructor(rows: Repository<RequestRow>) {
    this.#rows = rows;
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const begin = performance.now();
    const { method, url } = context.switchToHttp().getRequest<Request>();
    const { statusCode } = context.switchToHttp().getResponse<Response>();
    const log = (status: number, error: string | null) =>
      this.#insert({ at: new Date(), method, url, status, durationMs: performance.now() - begin, error });
    return next.handle().pipe(
      tap({
        next: () => log(statusCode, null),
        error: (error: Error) => log(500, error.stack ?? error.message),
      }),
    );
  }

  #insert(row: RequestRow): void {
    const insert = this.#rows.insert(row).finally(() => this.pending.delete(insert));
    this.pending.add(insert);
  }
}

const url = process.env['STORE_URL'];
const typeOrm = TypeOrmModule.forRoot({ type: 'postgres', url, entities: [RequestLog], synchronize: true });
const app = await NestFactory.create(appModule(decorators, { imports: [typeOrm] }), { logger: false });
const rows = app.get(DataSource).getRepository(RequestLog);
const interceptor = new RequestLogInterceptor(rows);
app.useGlobalInterceptors(interceptor);

await serve(app, { flush: () => Promise.all(interceptor.pending), recorded: () => rows.count() });
