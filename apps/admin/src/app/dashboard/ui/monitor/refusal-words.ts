import type { EventKind, Refusal } from '@scitex/monitoring-contracts';
import { formatCount } from '../../../shared/util-format/format';

const KINDS: Readonly<Record<EventKind, readonly [one: string, several: string]>> = {
  metrics: ['metric', 'metrics'],
  errors: ['error', 'errors'],
  apiCalls: ['API call', 'API calls'],
  activities: ['activity', 'activities'],
};

/** How many events of which kind. @example countInWords({ kind: 'apiCalls', count: 2 }) // '2 API calls' */
export function countInWords({ kind, count }: Pick<Refusal, 'kind' | 'count'>): string {
  return `${formatCount(count)} ${KINDS[kind][count === 1 ? 0 : 1]}`;
}

const WORDS: Readonly<Record<string, string>> = {
  'timestamp: no time between 1970 and 9999': 'The time is none between the years 1970 and 9999.',
  'timestamp: more than 400 days back, or more than 3 ahead':
    'The time lies more than 400 days back, or more than 3 days ahead: check the clock of the machine.',
  'the event cannot be read': 'It is no event, or reading it failed.',
  'one of too many reasons': 'One of more reasons than are told apart in one batch.',
  refused: 'PostgreSQL refused the row.',
};
const MISSING = /^([a-z_, ]+): missing, or nothing that the column holds$/;
const SQLSTATE = /^refused by PostgreSQL, SQLSTATE ((..)...)(?:, at (.*))?$/s;

/** By the class of a SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
const CLASSES: Readonly<Record<string, string>> = {
  '22': 'it holds a value that the column cannot',
  '23': 'it breaks a constraint of the table',
  '42': 'the tables are not as the module expects them, or not its account’s to write to',
  '54': 'it goes beyond a limit of PostgreSQL',
};

/** Why the store refused an event, in a sentence; a reason that a newer module gives comes back as it is. */
export function reasonInWords(reason: string): string {
  const known = Object.hasOwn(WORDS, reason) ? WORDS[reason] : undefined;
  if (known !== undefined) return known;
  const missing = MISSING.exec(reason)?.[1];
  if (missing !== undefined) return missingInWords(missing.split(', ').map(fieldOf));
  const [, state, category = '', where] = SQLSTATE.exec(reason) ?? [];
  if (state === undefined) return reason;
  const why = Object.hasOwn(CLASSES, category) ? `: ${CLASSES[category]}` : '';
  return `PostgreSQL refused the row${why} (SQLSTATE ${state}${where ? `, at ${where}` : ''}).`;
}

function missingInWords(fields: readonly string[]): string {
  const named = fields.map((field) => `«${field}»`).join(' and ');
  return fields.length === 1
    ? `The field ${named} is missing, or nothing that can be stored.`
    : `The fields ${named} are missing, or nothing that can be stored.`;
}

/** The event's own name of what a column holds. @example fieldOf('api_name') // 'apiName' */
function fieldOf(column: string): string {
  return column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
