/** For how long an answer serves again, in milliseconds: a range that ends now moves on. */
const KEPT_MS = 1000;

interface Begun<Answer> {
  /** What the store showed before. */
  readonly snapshot: string;
  readonly time: number;
  readonly answer: Promise<Answer>;
  isRunning: boolean;
  /** Of those who asked when the store had changed since. */
  next?: Promise<Answer>;
}

/**
 * Reads that staff who have the same page open share. Nobody is told less than the store showed when they asked: a read
 * is shared where the store shows the same as before it, be it under way or of the last second; else it is one anew,
 * for all who ask while another is under way.
 */
export class SharedReads<Answer> {
  private readonly reads = new Map<string, Begun<Answer>>();

  /** @param snapshot tells what the store shows from what it showed before: `readSnapshot` */
  constructor(private readonly snapshot: () => Promise<string>) {}

  /** @param query tells reads apart */
  async run(query: object, read: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(query);
    const snapshot = await this.snapshot();
    this.forgetOld();
    const last = this.reads.get(key);
    if (last?.snapshot === snapshot) return last.answer;
    if (!last || (!last.isRunning && !last.next)) return this.begin(key, snapshot, read);
    const begin = async () => this.begin(key, await this.snapshot(), read);
    last.next ??= last.answer.then(begin, begin);
    return last.next;
  }

  private begin(key: string, snapshot: string, read: () => Promise<Answer>): Promise<Answer> {
    const answer = read();
    const begun: Begun<Answer> = { snapshot, time: Date.now(), answer, isRunning: true };
    this.reads.set(key, begun);
    answer.then(
      () => (begun.isRunning = false),
      () => this.reads.get(key) === begun && this.reads.delete(key),
    );
    return answer;
  }

  private forgetOld(): void {
    const oldest = Date.now() - KEPT_MS;
    for (const [key, { time, isRunning }] of this.reads)
      if (time < oldest && !isRunning) this.reads.delete(key);
  }
}
