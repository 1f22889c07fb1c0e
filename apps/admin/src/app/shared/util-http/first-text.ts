/** The one text that an address gives for a parameter: nothing where it is empty, the first where it is repeated. */
export function firstText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first !== '' ? first : undefined;
}
