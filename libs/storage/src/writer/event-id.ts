import { UUID } from 'uuidv7';

const random = new Uint32Array(3);

/** A UUIDv7 that is ordered by the event's own time, not by when it is stored. */
export function eventId(milliseconds: number): string {
  const [a = 0, b = 0, c = 0] = crypto.getRandomValues(random);
  return UUID.fromFieldsV7(milliseconds, a & 0xfff, b & 0x3fff_ffff, c).toString();
}
