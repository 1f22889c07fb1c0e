/** Reads of which those that are alike and under way at once are one: staff have the same page open. */
export class SharedReads<Answer> {
  private readonly running = new Map<string, Promise<Answer>>();

  /** @param refuse throws in place of a read; asked before each one that cannot be shared, with how many are under way */
  constructor(private readonly refuse: (running: number) => void = () => undefined) {}

  /** @param query tells reads apart */
  run(query: unknown, read: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(query);
    const shared = this.running.get(key);
    if (shared) return shared;
    this.refuse(this.running.size);
    const own = read().finally(() => this.running.delete(key));
    this.running.set(key, own);
    return own;
  }
}
