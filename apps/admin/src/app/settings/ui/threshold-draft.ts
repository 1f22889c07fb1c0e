import { type EffectiveThreshold, type Limits, limitsSchema } from '@scitex/monitoring-contracts';

export const FIELDS = ['warning', 'critical'] as const;

export type Field = (typeof FIELDS)[number];

/** The limits of a check as they stand in the form: text, which may be no number yet. */
export interface ThresholdDraft {
  readonly threshold: EffectiveThreshold;
  readonly warning: string;
  readonly critical: string;
}

export function toDraft(
  threshold: EffectiveThreshold,
  { warning, critical }: Pick<Limits, Field> = threshold,
): ThresholdDraft {
  return { threshold, warning: String(warning), critical: String(critical) };
}

/** What is wrong with each field, by the rules of the server, and the mend. */
export function errorsOf(draft: ThresholdDraft): Partial<Record<Field, string>> {
  const { error } = limitsSchema.safeParse(limitsOf(draft));
  const issues = error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path[0], message]));
}

/** Whether the form says something else than what counts. */
export function isChanged(draft: ThresholdDraft): boolean {
  return differs(draft, draft.threshold);
}

/** Whether the check has other limits than it would have without its own. */
export function isOwn(draft: ThresholdDraft): boolean {
  return differs(draft, draft.threshold.inherited);
}

/** What is to be kept: the limits that differ from those that count anyway. */
export function ownLimits(drafts: readonly ThresholdDraft[]): Limits[] {
  return drafts.filter(isOwn).map(limitsOf);
}

function limitsOf({ threshold: { name }, warning, critical }: ThresholdDraft): Limits {
  return { name, warning: toNumber(warning), critical: toNumber(critical) };
}

function differs(draft: ThresholdDraft, other: Pick<Limits, Field>): boolean {
  const limits = limitsOf(draft);
  return FIELDS.some((field) => limits[field] !== other[field]);
}

function toNumber(text: string): number {
  return text.trim() === '' ? NaN : Number(text);
}
