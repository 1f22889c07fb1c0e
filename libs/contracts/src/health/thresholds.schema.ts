import { z } from 'zod';
import { oneOf, text } from '../fields/fields.js';
import { CHECK_NAMES, DEFAULT_THRESHOLDS, type Limits } from './thresholds.js';

/** An average of a day or more is no limit that anybody means. */
const MAX_MS = 86_400_000;

/** The limits of one check: each is refused in its own field, with the mend. */
export const limitsSchema = z
  .strictObject({
    name: oneOf(CHECK_NAMES),
    warning: z.number('Use a number, such as 12.5.'),
    critical: z.number('Use a number, such as 12.5.'),
  })
  .superRefine((limits, context) => {
    const refusals = refusalsOf(limits);
    for (const { field, message } of refusals)
      context.addIssue({ code: 'custom', message, path: [field], input: limits[field] });
  });

/**
 * What an environment has of its own, in place of what it had; nothing resets it.
 * `environment`: null for the limits of all environments that have none of their own, and of health across them.
 * `version`: the one that was read; another one by now is a conflict (409).
 */
export const putThresholdsSchema = z.strictObject({
  environment: text(512).nullable(),
  version: z.int('Use the version that was read, a whole number.').min(0, 'Use 0 where there is no version.'),
  thresholds: z
    .array(limitsSchema, 'Give a list of thresholds.')
    .max(CHECK_NAMES.length, `Give at most ${CHECK_NAMES.length} thresholds.`)
    .refine(
      (limits) => new Set(limits.map(({ name }) => name)).size === limits.length,
      'Give each check once.',
    ),
});

export const effectiveThresholdSchema = z.object({
  name: z.enum(CHECK_NAMES),
  unit: z.enum(['ms', '%']),
  worse: z.enum(['higher', 'lower']),
  warning: z.number(),
  critical: z.number(),
  isOverridden: z.boolean().describe('The environment has limits of its own.'),
  inherited: z
    .object({ warning: z.number(), critical: z.number() })
    .describe('What counts without its own: those of all environments, or the defaults.'),
});

export const environmentThresholdsSchema = z.object({
  environment: z.string().nullable().describe('Null: all environments.'),
  version: z.int().describe('0 where it never had any of its own.'),
  updatedAt: z.iso.datetime().nullable(),
  updatedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  thresholds: z.array(effectiveThresholdSchema),
});

/** All environments first, then each that is known, by name. */
export const thresholdsSchema = z.object({ environments: z.array(environmentThresholdsSchema) });

export type PutThresholds = z.infer<typeof putThresholdsSchema>;
export type EffectiveThreshold = z.infer<typeof effectiveThresholdSchema>;
export type EnvironmentThresholds = z.infer<typeof environmentThresholdsSchema>;
export type Thresholds = z.infer<typeof thresholdsSchema>;

interface Refusal {
  readonly field: 'warning' | 'critical';
  readonly message: string;
}

function refusalsOf(limits: Limits): Refusal[] {
  const check = DEFAULT_THRESHOLDS.find(({ name }) => name === limits.name);
  if (!check) return [];
  const { unit, worse } = check;
  const fields = ['warning', 'critical'] as const;
  const isAllowed = (value: number) =>
    unit === 'ms' ? value > 0 && value <= MAX_MS : value >= 0 && value <= 100;
  const message =
    unit === 'ms'
      ? `Use more than 0 and at most ${MAX_MS} milliseconds.`
      : 'Use a percentage between 0 and 100.';
  const outside = fields.filter((field) => !isAllowed(limits[field]));
  if (outside.length > 0) return outside.map((field) => ({ field, message }));
  const sign = worse === 'higher' ? 1 : -1;
  if (sign * limits.warning < sign * limits.critical) return [];
  const side = worse === 'higher' ? 'above' : 'below';
  return [{ field: 'critical', message: `Use a critical limit ${side} the warning limit.` }];
}
