/** The path that an address may lead back to; whatever else it carries leads to the start page. */
export function toPath(value: unknown): string {
  return typeof value === 'string' && value.startsWith('/') ? value : '/';
}
