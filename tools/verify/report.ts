import type { Deviation } from '@scitex/monitoring-storage';

const NAMES = {
  request: 'requests',
  request_total: 'all requests',
  api_call: 'API calls',
  api_total: 'all calls of an API',
  activity: 'activities',
  error: 'errors',
  active_user: 'active users',
  active_session: 'active sessions',
} as const;

/** How far the rollups are from their raw rows, per figure, in words and numbers. */
export function report(deviations: readonly Deviation[]): string {
  const [first] = deviations;
  if (!first) return 'The store has neither raw rows nor rollups in this window.';
  const figures = Object.keys(first.differences) as (keyof Deviation['differences'])[];
  const rows = deviations.map(({ kind, unit, found, differences }) => [
    `${NAMES[kind]} by ${unit}`,
    found.toLocaleString('en'),
    ...figures.map((figure) => differences[figure].toLocaleString('en', { maximumSignificantDigits: 6 })),
  ]);
  const lines = inColumns([['', 'compared', ...figures], ...rows]);
  return ['Difference between the rollups and their raw rows:', ...lines].join('\n');
}

/** The first column to the left, the numbers to the right. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  '),
  );
}
