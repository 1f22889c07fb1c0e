/** Whether `relname` is that of a table of rollups, in SQL. */
export const IS_ROLLUP = `(relname ~ '_(series|minute|five_minutes|quarter|hour|day)$' OR relname = 'visitor')`;
