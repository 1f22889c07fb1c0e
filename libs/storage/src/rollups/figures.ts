/** A column of a bucket. */
export interface Figure {
  readonly type: 'bigint' | 'float8' | 'bigint[]' | 'bytea';
  /** What it is for the events of several buckets, in SQL. */
  readonly merged: (figure: string) => string;
  /** What it is for those of a bucket and of what a batch adds to it. */
  readonly added: (known: string, other: string) => string;
  /** What brings one of raw rows into the form that it has for several buckets. */
  readonly compact: (figure: string) => string;
}

const asItIs = (figure: string) => figure;

const count: Figure = {
  type: 'bigint',
  merged: (figure) => `sum(${figure})::bigint`,
  added: (known, other) => `${known} + ${other}`,
  compact: asItIs,
};

const histogram: Figure = {
  type: 'bigint[]',
  merged: (figure) => `monitoring.compact_histogram(monitoring.merged_histogram(${figure}))`,
  added: (known, other) => `monitoring.merge_histograms(${known}, ${other})`,
  compact: (figure) => `monitoring.compact_histogram(${figure})`,
};

/** Every figure that some kind of rollups has, in the order of the columns. */
export const FIGURES = {
  count,
  failed: count,
  satisfied: count,
  tolerating: count,
  sum: {
    type: 'float8',
    merged: (figure) => `sum(${figure})`,
    added: (known, other) => `${known} + ${other}`,
    compact: asItIs,
  },
  min: {
    type: 'float8',
    merged: (figure) => `min(${figure})`,
    added: (known, other) => `least(${known}, ${other})`,
    compact: asItIs,
  },
  max: {
    type: 'float8',
    merged: (figure) => `max(${figure})`,
    added: (known, other) => `greatest(${known}, ${other})`,
    compact: asItIs,
  },
  histogram,
  statuses: histogram,
  visitors: {
    type: 'bytea',
    merged: (figure) => `monitoring.compact_visitors(string_agg(${figure}, ''::bytea))`,
    added: (known, other) => `monitoring.compact_visitors(${known} || ${other})`,
    compact: (figure) => `monitoring.compact_visitors(${figure})`,
  },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof FIGURES;

/** Those that the writer works out itself. */
export type TallyName = Exclude<FigureName, 'visitors'>;
