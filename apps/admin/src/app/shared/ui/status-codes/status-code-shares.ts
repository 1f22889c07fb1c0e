export interface StatusCodeShare {
  readonly statusCode: number;
  readonly count: number;
  /** Of all responses. */
  readonly percent: number;
}

/** What part of all responses each status code has, in the order of the codes. */
export function statusCodeShares(codes: readonly { statusCode: number; count: number }[]): StatusCodeShare[] {
  const total = codes.reduce((sum, { count }) => sum + count, 0);
  return codes
    .map(({ statusCode, count }) => ({ statusCode, count, percent: total === 0 ? 0 : (100 * count) / total }))
    .sort((a, b) => a.statusCode - b.statusCode);
}
