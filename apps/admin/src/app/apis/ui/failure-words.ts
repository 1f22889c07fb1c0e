/** Why a call failed, as far as is known. */
export interface FailedCall {
  readonly failure: string | null;
  readonly statusCode: number | null;
}

/** Why a call failed, in a few words. @example failureWords({ failure: null, statusCode: 429 }) // 'Status 429' */
export function failureWords({ failure, statusCode }: FailedCall): string {
  if (failure === null) return statusCode === null ? 'Not said' : `Status ${statusCode}`;
  return statusCode === null ? failure : `${failure}, after status ${statusCode}`;
}
