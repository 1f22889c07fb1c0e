import { scrubText } from '../../scrubbing/scrub-text.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const HEX = /^(?=.*\d)[0-9a-f]{12,}$/i;
const MAX_PATH = 512;

/**
 * A path with its ids replaced, so that calls of one endpoint count as one, and without secrets.
 * @example normalizePath('/papers/42/authors') // '/papers/:id/authors'
 */
export function normalizePath(path: string): string {
  // First the secrets: with its digits replaced, a card number could no longer be told from an id.
  const kept = scrubText(path, MAX_PATH);
  return /[0-9]/.test(kept) ? kept.split('/').map(normalizeSegment).join('/') : kept;
}

function normalizeSegment(segment: string): string {
  return /^\d+$/.test(segment) || UUID.test(segment) || HEX.test(segment) || isLongToken(segment)
    ? ':id'
    : segment;
}

/** Keys such as `01J8ZQ5V7K9M2N4P6R8S0T1V3W`: long, and full of digits. */
function isLongToken(segment: string): boolean {
  return segment.length >= 20 && (segment.match(/\d/g)?.length ?? 0) >= 4;
}
