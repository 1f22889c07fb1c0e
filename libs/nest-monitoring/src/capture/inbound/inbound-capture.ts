import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { guarded } from '../../context/guarded.js';
import { RequestContext } from '../../context/request-context.js';
import { currentScope, enterScope } from '../../context/scope.js';
import { MONITORING_SETTINGS } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { CostMeter } from '../../recording/cost-meter.js';
import { brokenOffStatus } from './broken-off-status.js';
import { isExcluded, pathOf } from './exclusion.js';
import { onFastifyRoute } from './fastify-hook.js';
import type { FastifyRoutes } from './fastify-routes.js';
import { watchDispatch } from './dispatch-watch.js';
import { registerRequest, contextOf } from './request-registry.js';
import { RequestRecorder } from './request-recorder.js';

/**
 * Sees every request of this host's own HTTP server once, from its first moment to its last.
 *
 * It listens to the server's `request` event, ahead of the framework, and to the response's `close`, which comes
 * whatever happened: answered, refused, aborted, streamed. Express and Fastify, HTTP/1.1 and 2, are alike to it.
 */
@Injectable()
export class InboundCapture implements OnModuleInit, OnApplicationShutdown {
  private server: Server | null = null;
  private fastifyRoutes: FastifyRoutes | null = null;
  private readonly onRequest = (request: IncomingMessage, response: ServerResponse): void => {
    const startedAt = this.cost.begins.start();
    guarded(() => this.begin(request, response));
    this.cost.begins.stop(startedAt);
  };

  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(RequestRecorder) private readonly requests: RequestRecorder,
    @Inject(CostMeter) private readonly cost: CostMeter,
  ) {
    if (!settings.enabled) return;
    watchDispatch();
    // As soon as there is an adapter: the hook has to come before those of the host and its middleware.
    adapterHost.init$.subscribe(() => this.watchFastifyRoutes());
  }

  onModuleInit(): void {
    if (!this.settings.enabled) return;
    // An application context without HTTP has no adapter.
    this.server = (this.adapterHost.httpAdapter?.getHttpServer() as Server | undefined) ?? null;
    this.server?.prependListener('request', this.onRequest);
  }

  onApplicationShutdown(): void {
    this.server?.off('request', this.onRequest);
  }

  private watchFastifyRoutes(): void {
    const adapter = this.adapterHost.httpAdapter;
    if (adapter?.getType() !== 'fastify') return;
    this.fastifyRoutes = onFastifyRoute(adapter.getInstance(), (raw, request, template) => {
      const context = contextOf(raw);
      if (!context) return;
      context.hostRequest = request;
      context.endpoint = template;
    });
  }

  private begin(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/';
    if (isExcluded(pathOf(url), this.settings.exclude)) {
      // A connection that is kept alive may still carry the scope of the request before.
      if (currentScope()) enterScope(undefined);
      return;
    }
    const context = new RequestContext(this.requests, request.method ?? 'GET', url, request);
    registerRequest(request, context);
    enterScope({ request: context });
    // Asked for now, as a socket forgets it when the client goes away; Node keeps it for the whole connection.
    void request.socket.remoteAddress;
    response.on('close', () => {
      const startedAt = this.cost.ends.start();
      guarded(() => this.end(context, response));
      this.cost.ends.stop(startedAt);
    });
  }

  private end(context: RequestContext, response: ServerResponse): void {
    context.closed = true;
    // An endless answer ends when the client has heard enough, which is no failure.
    const isAnswered = context.streamingSince !== null || isDelivered(response);
    const statusCode = isAnswered ? response.statusCode : brokenOffStatus(response);
    if (context.hostRequest === response.req)
      context.endpoint ??= this.fastifyRoutes?.find(context.method, pathOf(context.url)) ?? null;
    this.requests.record(context, statusCode);
  }
}

/** HTTP/2's response has no `writableFinished`; its stream knows whether the client gave up. */
function isDelivered(response: ServerResponse & { stream?: { aborted?: boolean } }): boolean {
  return response.stream ? response.stream.aborted !== true : response.writableFinished;
}
