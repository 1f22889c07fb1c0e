/** V8's rough cost of an object with a dozen fields; strings count two bytes a character. */
const OBJECT_BYTES = 200;

/** Roughly the memory that an event keeps; cheap, as it is asked for each one. */
export function approximateBytes(value: object): number {
  let bytes = OBJECT_BYTES;
  for (const key in value) {
    const field = (value as Record<string, unknown>)[key];
    if (typeof field === 'string') bytes += field.length * 2;
    else if (typeof field === 'object' && field !== null) bytes += approximateBytes(field);
  }
  return bytes;
}
