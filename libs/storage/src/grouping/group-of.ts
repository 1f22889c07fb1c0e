import { createHash } from 'node:crypto';
import { inAppFrames } from './in-app-frames.js';
import { memoize } from './memoize.js';
import { normalizeMessage } from './normalize-message.js';

/** Why an error falls into its group: the fingerprint, and the parts that were hashed into it. */
export interface Grouping {
  /** SHA-256, in hexadecimal. */
  readonly fingerprint: string;
  readonly errorType: string;
  readonly normalizedMessage: string;
  readonly frames: readonly string[];
}

interface Groupable {
  readonly errorType: string;
  readonly message: string;
  readonly stackTrace: string | null;
}

/**
 * Errors with the same type, the same message but for what varies, and the same way through the
 * application's own code are one problem.
 */
export function groupOf({ errorType, message, stackTrace }: Groupable): Grouping {
  const normalizedMessage = normalizeMessage(message);
  const frames = inAppFrames(stackTrace);
  const fingerprint = sha256(JSON.stringify([errorType, normalizedMessage, frames]));
  return { fingerprint, errorType, normalizedMessage, frames };
}

const sha256 = memoize((text) => createHash('sha256').update(text).digest('hex'));
