import { MAX_RANGE_HOURS } from '@scitex/monitoring-contracts';
import { firstText } from '../util-http/first-text';
import type { Range } from './range';

const DEFAULT_RANGE: Range = { hours: 24 };
const WHOLE_NUMBER = /^[1-9]\d{0,3}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

type Parameters = Readonly<Record<string, unknown>>;

/**
 * The range that the parameters of an address say; the last day where they say none that the API would take.
 * @example readRange({ hours: '13' }) // { hours: 13 }
 */
export function readRange(parameters: Parameters): Range {
  const [hours, from, to] = [parameters['hours'], parameters['from'], parameters['to']].map(firstText);
  if (from && to && isSpan(from, to)) return { from, to };
  if (hours && WHOLE_NUMBER.test(hours) && Number(hours) <= MAX_RANGE_HOURS) return { hours: Number(hours) };
  return DEFAULT_RANGE;
}

/** The parameters of an address that say nothing about its range, although they are meant to. */
export function unreadableRange(parameters: Parameters): string[] {
  const read = new Map(Object.entries(readRange(parameters)).map(([name, value]) => [name, String(value)]));
  return ['hours', 'from', 'to'].filter((name) => {
    const given = firstText(parameters[name]);
    return given !== undefined && given !== read.get(name);
  });
}

function isSpan(from: string, to: string): boolean {
  if (!INSTANT.test(from) || !INSTANT.test(to)) return false;
  const length = Date.parse(to) - Date.parse(from);
  return length > 0 && length <= MAX_RANGE_HOURS * 3_600_000;
}
