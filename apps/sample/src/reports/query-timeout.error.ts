/** As a database driver throws it. */
export class QueryTimeoutError extends Error {
  override readonly name = 'QueryTimeoutError';
  readonly code = '57014';

  constructor(afterMs: number) {
    super(`canceling statement due to statement timeout after ${afterMs} ms`);
  }
}
