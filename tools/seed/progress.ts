import type { WriteStream } from 'node:tty';

const WIDTH = 30;
const REDRAW_MS = 100;
const LINE_MS = 5000;

/** Shows how far something has come: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #total: number;
  readonly #out: Pick<WriteStream, 'isTTY' | 'write'>;
  readonly #begun = performance.now();
  #shown = this.#begun;
  #done = 0;

  constructor(total: number, out: Pick<WriteStream, 'isTTY' | 'write'> = process.stdout) {
    this.#total = total;
    this.#out = out;
  }

  add(count: number): void {
    this.#done += count;
    const now = performance.now();
    if (now - this.#shown < (this.#out.isTTY ? REDRAW_MS : LINE_MS)) return;
    this.#shown = now;
    this.#show();
  }

  /** Shows the end, where anything was shown before or a terminal waits for its bar to fill. */
  end(): void {
    if (!this.#out.isTTY) return;
    this.#show();
    this.#out.write('\n');
  }

  #show(): void {
    const part = this.#done / this.#total;
    const perSecond = Math.round((1000 * this.#done) / Math.max(performance.now() - this.#begun, 1));
    const figures = `${Math.floor(100 * part)} %  ${this.#done} of ${this.#total} rows  ${perSecond}/s`;
    if (!this.#out.isTTY) return void this.#out.write(`${figures}\n`);
    const bar = '█'.repeat(Math.floor(WIDTH * part)).padEnd(WIDTH, '░');
    this.#out.write(`\r${bar} ${figures}  `);
  }
}
