/** Reads of which those that are alike and under way at once are one: staff have the same page open. */
export class SharedReads<Answer> {
  private readonly running = new Map<string, Promise<Answer>>();

  /** @param query tells reads apart */
  run(query: object, read: () => Promise<Answer>): Promise<Answer> {
    const key = JSON.stringify(query);
    const shared = this.running.get(key);
    if (shared) return shared;
    const own = read().finally(() => this.running.delete(key));
    this.running.set(key, own);
    return own;
  }
}
