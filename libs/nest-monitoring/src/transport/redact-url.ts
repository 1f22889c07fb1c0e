/** Where a connection string points to, without who may enter. */
export function redactUrl(url: string): string {
  if (!URL.canParse(url)) return 'an unreadable URL';
  const { host, pathname } = new URL(url);
  return `${host || 'localhost'}${pathname}`;
}
