/** Names of percentiles, and their fractions. */
type Percentiles = Readonly<Record<string, number>>;

interface Grouped {
  /** The name of a common table expression with the columns `weight` and `value`. */
  readonly of: string;
  readonly value: string;
  /** Names of what rows are grouped by, and their expressions. */
  readonly by?: Readonly<Record<string, string>>;
}

/** Columns of an aggregate that counts each row once: PostgreSQL's fastest way, and exact where no row is merged. */
export function plainPercentiles(value: string, percentiles: Percentiles): string {
  return Object.entries(percentiles)
    .map(([name, fraction]) => `percentile_cont(${fraction}) WITHIN GROUP (ORDER BY ${value}) AS ${name}`)
    .join(', ');
}

/** Common table expression `any_merged`: whether a row of `of` stands for more than one event. */
export function anyMerged(of: string): string {
  return `any_merged AS MATERIALIZED (SELECT coalesce(bool_or(weight > 1), false) AS is_so FROM ${of})`;
}

/**
 * The percentiles of each group, as `percentile_cont` has them for rows that are repeated as often as their weight
 * says. Its cost depends on the rows alone, however much they weigh. It needs `any_merged`, and where nothing is merged
 * it is not executed, and has no value for any group.
 */
export function mergedPercentiles({ of, value, by = {} }: Grouped, percentiles: Percentiles): string {
  const names = Object.keys(by);
  const keys = Object.entries(by).map(([name, expression]) => `${expression} AS ${name}, `);
  const partition = names.length > 0 ? `PARTITION BY ${Object.values(by).join(', ')}` : '';
  const columns = Object.entries(percentiles).map(
    ([name, fraction]) => `${interpolated(fraction)} AS ${name}`,
  );
  return `
    SELECT ${[...names, ...columns].join(', ')}
    FROM (
      SELECT ${keys.join('')}${value} AS value,
        sum(weight) OVER (${partition} ORDER BY ${value} ROWS UNBOUNDED PRECEDING) AS up_to,
        sum(weight) OVER (${partition}) AS events
      FROM ${of} WHERE (SELECT is_so FROM any_merged)
    ) AS ranked
    GROUP BY ${names.length > 0 ? names.join(', ') : '()'}`;
}

/** The columns of `plain`, corrected by those of `merged` where there are any. */
export function correctedPercentiles(percentiles: Percentiles): string {
  return Object.keys(percentiles)
    .map((name) => `coalesce(merged.${name}, plain.${name}) AS ${name}`)
    .join(', ');
}

/** Between the two events around the rank, which begins at 0. */
function interpolated(fraction: number): string {
  const rank = `${fraction}::float8 * (events - 1)`;
  const valueAt = (place: string) => `min(value) FILTER (WHERE up_to > ${place})`;
  const low = valueAt(`floor(${rank})`);
  const high = valueAt(`ceil(${rank})`);
  return `${low} + (${high} - ${low}) * (max(${rank}) - floor(max(${rank})))`;
}
