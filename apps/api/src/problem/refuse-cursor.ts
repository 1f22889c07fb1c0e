import { InvalidCursorError } from '@scitex/monitoring-storage';
import { refuseFields } from './problem.exception.js';

/** Names the field of a cursor that the list does not know. @example await list().catch(refuseCursor) */
export function refuseCursor(error: unknown): never {
  if (!(error instanceof InvalidCursorError)) throw error;
  throw refuseFields([
    {
      field: 'cursor',
      message: 'Use the nextCursor of the page before, unchanged, with the same sort, order and filters.',
    },
  ]);
}
