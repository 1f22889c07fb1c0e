/** Rows in a table of the most frequent. */
export const TOP = 10;

/** Called endpoints of an API, and the routes and users that its failures hit. */
export const TOP_CALLED = 20;

/** Rows of one API that are read for what only rows tell: the newest. */
export const NEWEST_CALLS = 2_000;

/** Routes in a list of them. */
export const MOST_ENDPOINTS = 500;

/** APIs, and error types of a summary, at most: their names come from the monitored service, which may invent many. */
export const MOST_NAMES = 100;

/** Features in a list of them. */
export const MOST_FEATURES = 200;

/** Entries of a kind that are counted, in a list that tells how long it is. */
export const MOST_COUNTED = 10_000;

/** Requests of one route that a call reads at most, the newest: a route may have had millions in a window. */
export const MOST_ROUTE_ROWS = 20_000;

/** Users, slow requests and releases of one route. */
export const TOP_OF_ROUTE = 20;
