/**
 * The condition and the order that find the newest calls of an API which failed, or whose answers told a rate limit, by
 * the index of those. Of one that is equal to a name, PostgreSQL would rather read the calls of all APIs in the order of
 * time, and read them all where the API has none: in this order no index but theirs has them.
 * @param name of the API, in SQL
 */
export function ofApi(name: string): string {
  return `api_name >= ${name} AND api_name <= ${name}`;
}

export const NEWEST_OF_API = 'api_name, timestamp DESC, id DESC';
