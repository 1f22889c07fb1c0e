/** Injection token of the checked options; private to the module. */
export const MONITORING_SETTINGS = Symbol('MONITORING_SETTINGS');

/** Injection token of where batches go; private to the module. */
export const MONITORING_TRANSPORT = Symbol('MONITORING_TRANSPORT');

/** The `endpoint` of every request that no route answers: one name, never one per URL. */
export const UNMATCHED = '(unmatched)';

/** The status of a request whose client went away before the answer was out (nginx's convention). */
export const CLIENT_CLOSED_REQUEST = 499;
