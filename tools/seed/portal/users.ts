const NAMES =
  'Ada Alan Amina Barbara Carl Chandra Dorothy Edsger Emmy Erwin Fatima Grace Hedy Ibn Ivan Jocelyn Katherine Leonhard Lise Marie Maryam Niels Noor Omar Paul Rosalind Sofia Srinivasa Tu Vera'.split(
    ' ',
  );
const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
] as const;

export interface User {
  readonly id: string;
  readonly label: string;
  readonly ipAddress: string;
  readonly userAgent: string;
}

/** The portal's users, the busiest first; their addresses are of the range for documentation (RFC 5737). */
export const USERS: readonly User[] = NAMES.map((label, index) => ({
  id: `user-${101 + index}`,
  label,
  ipAddress: `203.0.113.${10 + index}`,
  userAgent: BROWSERS[index % BROWSERS.length] ?? BROWSERS[0],
}));
