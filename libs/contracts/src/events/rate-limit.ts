/** What an API says of how many calls it takes; null for what it does not say. */
export interface RateLimit {
  /** Calls that it takes until the reset. */
  readonly limit: number | null;
  /** Of them, those that are left. */
  readonly remaining: number | null;
  /** When they are there anew, or when to call again; ISO 8601. */
  readonly resetAt: string | null;
}
