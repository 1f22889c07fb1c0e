import { briefStack, MESSAGE_LENGTH } from '@scitex/monitoring-storage/grouping';

/** The stack trace, the lines that group its error alone. */
export function briefStackTrace(stackTrace: string): string {
  return isStoredAsItIs(stackTrace) ? briefStack(stackTrace) : stackTrace;
}

/**
 * A message as far as it groups its error, and one character more: a surrogate pair that is cut here must not be cut
 * where it counts.
 */
export function briefMessage(message: string): string {
  if (message.length <= MESSAGE_LENGTH || !isStoredAsItIs(message)) return message;
  return `${message.slice(0, MESSAGE_LENGTH + 1)}…`;
}

/** The writer cleans other texts, and groups errors by what is left. */
export function isStoredAsItIs(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
