/** Why PostgreSQL failed, from its own words. */
export function reasonIn(words: string): string {
  if (/No space left on device|wrote only \d+ of/.test(words))
    return 'the disk is full. Free some space and try again.';
  const last = words.trim().split('\n').at(-1);
  return /(?:FATAL|PANIC|error): +(.+)/.exec(words)?.[1] ?? (last || 'it gave no reason.');
}
