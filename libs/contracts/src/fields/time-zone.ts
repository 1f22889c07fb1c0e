import { z } from 'zod';

const NAME = /^(UTC|[A-Za-z]\w*(\/[A-Za-z0-9_+-]{1,32}){1,2})$/;

/**
 * Whether a text names a time zone as IANA does. Offsets and abbreviations are none: what `+01:00` and `CET` mean to
 * JavaScript, they do not mean to PostgreSQL.
 * @example isTimeZone('Europe/Berlin') // true
 */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const TIME_ZONE_MEND = 'Use the IANA name of a time zone, such as Europe/Berlin, or UTC.';

export const timeZone = z.string(TIME_ZONE_MEND).refine(isTimeZone, TIME_ZONE_MEND);
