import { Buffer } from 'node:buffer';

/** A cursor that this store did not hand out, or handed out for another list. */
export class InvalidCursorError extends Error {
  override readonly name = 'InvalidCursorError';
  constructor() {
    super('The cursor is not one of this list. Start again without a cursor.');
  }
}

/** Where a page ended: the sort value and the id of its last row. */
export interface Position {
  readonly value: number;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param order what the list is sorted by, and may be narrowed to; a cursor is refused in another order */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString('base64url');
}

/**
 * @param accepts tells what the list is sorted by from what it cannot be
 * @throws InvalidCursorError
 */
export function decodeCursor(
  order: string,
  cursor: string,
  accepts: (value: unknown) => value is number = isWhole,
): Position {
  const parts = parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(parts)) throw new InvalidCursorError();
  const [cursorOrder, value, id] = parts as unknown[];
  if (cursorOrder !== order || !accepts(value)) throw new InvalidCursorError();
  if (typeof id !== 'string' || !UUID.test(id)) throw new InvalidCursorError();
  return { value, id };
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidCursorError();
  }
}
