import { isNativeError } from 'node:util/types';

/** An expected failure: its message is one plain sentence that says what is wrong and how to mend it. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** The sentence that ends a command which failed. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (!isNativeError(error)) return `Stopped by ${String(error)}.`;
  const { code, path } = error as NodeJS.ErrnoException;
  const place = path ?? 'the checkout';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${place} is full: free some space and run the command again.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${place} may not be written or read: give yourself the checkout (chown), or run as its owner.`;
    default:
      return `Stopped by an unexpected error, which is a fault of this tool: ${error.stack ?? error.message}`;
  }
}
