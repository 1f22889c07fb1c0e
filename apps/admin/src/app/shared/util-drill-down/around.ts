const HOUR_MS = 3_600_000;

/** The time from so many hours before a moment to as many after it. */
export function around(timestamp: string, hours: number): { from: string; to: string } {
  const at = (offset: number) => new Date(Date.parse(timestamp) + offset * HOUR_MS).toISOString();
  return { from: at(-hours), to: at(hours) };
}
