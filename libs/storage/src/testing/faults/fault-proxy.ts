import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { FaultyLink, type Fate } from './faulty-link.js';
import type { WireMessage } from './wire-message.js';

/** Stands between a client and its store, and does to their traffic what networks and servers do. */
export interface FaultProxy {
  /** The store's, through the proxy. */
  readonly url: string;
  /** Every connection breaks, and there are no new ones. */
  cut(): void;
  /** Connections that are there stay, and new ones are taken; but nothing arrives any more, and nobody is told. */
  hang(): void;
  /** Every statement takes so much longer. */
  slow(delayMs: number): void;
  /** Decides the fate of every message, on all connections. */
  intercept(fateOf: (message: WireMessage) => Fate): void;
  /** All is well again; what had vanished breaks. */
  mend(): void;
  close(): void;
}

/**
 * @example
 * const proxy = await startFaultProxy(store.url);
 * const writer = new BatchWriter({ url: proxy.url });
 * proxy.intercept((message) => (message.type === 'C' && textOf(message) === 'COMMIT' ? 'cut before' : 'pass'));
 */
export async function startFaultProxy(storeUrl: string): Promise<FaultProxy> {
  const url = new URL(storeUrl);
  const faults = new Faults({ host: url.hostname, port: Number(url.port) });
  const server = createServer({ noDelay: true }, (client) => faults.accept(client)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: () => faults.cut(),
    hang: () => faults.hang(),
    slow: (delayMs) => (faults.delayMs = delayMs),
    intercept: (fateOf) => (faults.fateOf = fateOf),
    mend: () => faults.mend(),
    close: () => {
      faults.cut();
      server.close();
    },
  };
}

const pass = (): Fate => 'pass';

class Faults {
  delayMs = 0;
  fateOf: (message: WireMessage) => Fate = pass;
  private isCut = false;
  private isHanging = false;
  private links = new Set<FaultyLink>();
  private unanswered = new Set<Socket>();

  constructor(private readonly store: { readonly host: string; readonly port: number }) {}

  accept(client: Socket): void {
    client.on('error', () => undefined);
    if (this.isCut) client.destroy();
    else if (this.isHanging) this.unanswered.add(client.resume());
    else this.link(client);
  }

  cut(): void {
    this.isCut = true;
    for (const link of this.links) link.cut();
    this.links.clear();
    this.uncover();
  }

  hang(): void {
    this.isHanging = true;
    for (const link of this.links) link.vanish();
  }

  mend(): void {
    this.isCut = this.isHanging = false;
    this.delayMs = 0;
    this.fateOf = pass;
    this.uncover();
  }

  private link(client: Socket): void {
    const link = new FaultyLink(client, connect({ ...this.store, noDelay: true }), {
      fateOf: (message) => this.fateOf(message),
      delayMs: () => this.delayMs,
    });
    this.links = new Set([...this.links].filter(({ isGone }) => !isGone)).add(link);
  }

  private uncover(): void {
    for (const link of this.links) link.uncover();
    for (const client of this.unanswered) client.destroy();
    this.unanswered.clear();
  }
}
