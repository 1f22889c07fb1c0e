/** What every page can be narrowed to, as the API names it. */
export const FILTERS = ['app', 'environment', 'release', 'endpoint', 'method'] as const;

export type FilterName = (typeof FILTERS)[number];
export type Filters = Readonly<Partial<Record<FilterName, string | undefined>>>;

/** Values that a reader may choose from, where a page knows any. */
export type Suggestions = Readonly<Partial<Record<FilterName, readonly string[]>>>;
