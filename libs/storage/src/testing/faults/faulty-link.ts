import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { MessageReader, type WireMessage } from './wire-message.js';

/**
 * What happens to a message. `vanish`: nothing of it or after it arrives on either side, and neither side is told, as
 * where a firewall has forgotten the connection.
 */
export type Fate = 'pass' | 'cut before' | 'cut inside' | 'cut after' | 'vanish';

export interface LinkFaults {
  readonly fateOf: (message: WireMessage) => Fate;
  /** Milliseconds that every query takes longer. */
  readonly delayMs: () => number;
}

/** One client's connection to the store, message by message. */
export class FaultyLink {
  private hasVanished = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly faults: LinkFaults,
  ) {
    this.relay('client', client, server);
    this.relay('server', server, client);
  }

  get isGone(): boolean {
    return this.client.destroyed && this.server.destroyed;
  }

  cut(): void {
    this.client.destroy();
    this.server.destroy();
  }

  vanish(): void {
    this.hasVanished = true;
  }

  /** Both sides learn now what became of a connection that had vanished. */
  uncover(): void {
    if (this.hasVanished) this.cut();
  }

  private relay(side: WireMessage['from'], from: Socket, to: Socket): void {
    const reader = new MessageReader(side);
    let last = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      for (const message of reader.read(chunk)) last = last.then(() => this.pass(message, to));
    });
    from.on('error', () => undefined);
    from.on('close', () => void last.then(() => this.hasVanished || to.destroy()));
  }

  private async pass(message: WireMessage, to: Socket): Promise<void> {
    if (this.hasVanished || to.destroyed) return;
    const delayMs = message.type === 'Q' || message.type === 'P' ? this.faults.delayMs() : 0;
    if (delayMs > 0) await sleep(delayMs);
    const fate = this.faults.fateOf(message);
    switch (fate) {
      case 'pass':
        to.write(message.bytes);
        return;
      case 'vanish':
        return this.vanish();
      case 'cut before':
        return this.cut();
      case 'cut inside':
        return this.cutBehind(message.bytes.subarray(0, message.bytes.length >> 1), to);
      case 'cut after':
        return this.cutBehind(message.bytes, to);
      default:
        return fate satisfies never;
    }
  }

  /** What was sent arrives first. */
  private cutBehind(bytes: Buffer, to: Socket): Promise<void> {
    return new Promise((resolve) =>
      to.write(bytes, () => {
        to.destroySoon();
        to.once('close', () => {
          this.cut();
          resolve();
        });
      }),
    );
  }
}
