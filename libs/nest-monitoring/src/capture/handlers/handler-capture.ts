import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { guarded } from '../../context/guarded.js';
import { MONITORING_SETTINGS } from '../../monitoring.constants.js';
import type { MonitoringSettings } from '../../monitoring.settings.js';
import { assignOwner, releaseOwner, watchMethods } from './bare-methods.js';
import { watchConstruction } from './construction-watch.js';
import { watchGraphql } from './graphql-handlers.js';
import { HandlerRecorder } from './handler-recorder.js';
import { METHOD_KINDS } from './method-kinds.js';
import { addApp, removeApp } from './monitored-apps.js';
import { watchRpc } from './rpc-handlers.js';
import type { HandlerClass } from './watched-handler.js';
import { watchWebsockets } from './websocket-handlers.js';

/** As much as is used here of what Nest's container knows of a provider or controller. */
interface Provided {
  /** False for one that Nest makes of its class. */
  readonly isNotMetatype: boolean;
  readonly metatype: unknown;
  readonly instance: unknown;
  /** False for one that is made anew for each request. */
  isDependencyTreeStatic(): boolean;
}

/**
 * Sees what this app does for other transports than HTTP: GraphQL, WebSockets, microservices, queues and timers.
 *
 * All of it is in place before any module of the host is initialised, which is when these handlers are looked up.
 */
@Injectable()
export class HandlerCapture implements OnModuleInit, OnApplicationShutdown {
  private readonly owned = new Set<object>();

  constructor(
    @Inject(MONITORING_SETTINGS) private readonly settings: MonitoringSettings,
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(HandlerRecorder) private readonly recorder: HandlerRecorder,
  ) {}

  /** Nest waits for it before it initialises the host. */
  async watch(): Promise<this> {
    if (!this.settings.enabled) return this;
    addApp(this.modules, this.recorder);
    watchGraphql();
    watchConstruction();
    this.forEachProvided((provided) => watchMethodsOf(provided));
    await Promise.all([
      ifInstalled(
        () => import('@nestjs/websockets/context/ws-context-creator.js'),
        (found) => watchWebsockets(found.WsContextCreator),
      ),
      ifInstalled(
        () => import('@nestjs/microservices/context/rpc-context-creator.js'),
        (found) => watchRpc(found.RpcContextCreator),
      ),
    ]);
    return this;
  }

  /** By now there are the instances, and with them the classes of those that factories made. */
  onModuleInit(): void {
    if (this.settings.enabled) this.forEachProvided((provided) => this.own(provided));
  }

  onApplicationShutdown(): void {
    removeApp(this.modules);
    for (const target of this.owned) releaseOwner(target, this.recorder);
  }

  private forEachProvided(work: (provided: Provided) => void): void {
    for (const { providers, controllers } of this.modules.values())
      for (const provided of [...providers.values(), ...controllers.values()]) guarded(() => work(provided));
  }

  private own(provided: Provided): void {
    const type = watchMethodsOf(provided);
    if (!type) return;
    const target = provided.isDependencyTreeStatic() ? provided.instance : type.prototype;
    if (typeof target !== 'object' || target === null) return;
    this.owned.add(target);
    assignOwner(target, this.recorder);
  }
}

/** @returns the class of the provider, if it has methods that are watched */
function watchMethodsOf({ isNotMetatype, metatype, instance }: Provided): HandlerClass | null {
  const type = isNotMetatype ? classOf(instance) : metatype;
  return isClass(type) && watchMethods(type, METHOD_KINDS) ? type : null;
}

/** A package that the host may do without; resolved as the host resolves it, so that the classes are the same ones. */
async function ifInstalled<T>(load: () => Promise<T>, watch: (found: T) => void): Promise<void> {
  const found = await load().catch(() => null);
  if (found) guarded(() => watch(found));
}

const classOf = (instance: unknown): unknown =>
  typeof instance === 'object' && instance !== null ? instance.constructor : null;

const isClass = (type: unknown): type is HandlerClass =>
  typeof type === 'function' && typeof type.prototype === 'object' && type.prototype !== Object.prototype;
