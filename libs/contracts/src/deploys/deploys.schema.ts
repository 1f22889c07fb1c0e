import { z } from 'zod';
import { idOf, text } from '../fields/fields.js';
import { checkRange, filterShape, instant, rangeSchema, rangeShape } from '../range/range.schema.js';

/** `seen`: rows of the release came for the first time. `posted`: somebody, as a rule CI, told of it. */
export const DEPLOY_SOURCES = ['seen', 'posted'] as const;

/** Deploys in one answer, at most: the newest. */
export const MAX_DEPLOYS = 200;

const { hours, from, to } = rangeShape;
const { app, environment, release } = filterShape;

export const deploysQuerySchema = z
  .strictObject({ hours, from, to, app, environment, release })
  .superRefine(checkRange);

export const deploySchema = z.object({
  id: z.uuid(),
  timestamp: z.iso.datetime(),
  app: z.string(),
  environment: z.string(),
  release: z.string(),
  source: z.enum(DEPLOY_SOURCES),
  note: z.string().nullable(),
  url: z.string().nullable().describe('http: or https:, such as the page of the CI run.'),
});

/** `deploys`: the newest 200 of the range, newest first. */
export const deploysSchema = z.object({
  range: rangeSchema,
  total: z.int().describe('All deploys of the range.'),
  deploys: z.array(deploySchema),
});

const name = text(256).refine((value) => value.trim() !== '', 'Use more than spaces.');

/** A clock that is ahead of the store's by more is wrong. */
const MAX_AHEAD_MS = 10 * 60_000;

/** `id`: of the caller's choice, so that a call that is sent again changes nothing, as one with the same time does. */
export const postDeploySchema = z.strictObject({
  id: idOf('the deploy').optional(),
  app: name,
  environment: name,
  release: name,
  timestamp: instant
    .refine(
      (time) => time.getTime() >= 0 && time.getTime() <= Date.now() + MAX_AHEAD_MS,
      'Use a time between 1970 and now: a deploy is posted once it has happened.',
    )
    .optional()
    .describe('When it was deployed; now where it is not given.'),
  note: text(1000).optional(),
  url: z
    .url({
      protocol: /^https?$/,
      normalize: true,
      error: 'Use an address that begins with https:// or http://.',
    })
    .max(2048, 'Use at most 2048 characters.')
    .optional(),
});

export type DeploySource = (typeof DEPLOY_SOURCES)[number];
export type DeploysQuery = z.infer<typeof deploysQuerySchema>;
export type Deploy = z.infer<typeof deploySchema>;
export type Deploys = z.infer<typeof deploysSchema>;
export type PostDeploy = z.infer<typeof postDeploySchema>;
