import { z } from 'zod';
import { oneOf, text } from '../fields/fields.js';
import { instant } from '../range/range.schema.js';
import { SCOPES } from './scopes.js';

export const apiTokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  hint: z.string().describe('How the token begins, to tell it by.'),
  scopes: z.array(z.enum(SCOPES)),
  createdBy: z
    .object({ id: z.uuid(), name: z.string() })
    .describe('Whose role bounds what it may do; it ends with that account.'),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable().describe('Null: never.'),
  lastUsedAt: z.iso.datetime().nullable().describe('To the minute; null where it never was.'),
  revokedAt: z.iso.datetime().nullable(),
});

/** `items`: the newest 200, newest first. */
export const apiTokensSchema = z.object({ items: z.array(apiTokenSchema), total: z.int() });

export const createApiTokenSchema = z.strictObject({
  name: text(100),
  scopes: z
    .array(oneOf(SCOPES), `Give a list of ${SCOPES.join(', ')}.`)
    .min(1, 'Give at least one scope.')
    .max(SCOPES.length, `Give at most ${SCOPES.length} scopes.`)
    .refine((scopes) => new Set(scopes).size === scopes.length, 'Give each scope only once.'),
  expiresAt: instant
    .refine((time) => time.getTime() > Date.now(), 'Use a time in the future.')
    .nullish()
    .describe('Null, or not given: never.'),
});

/** `token`: what is sent as `Authorization: Bearer smt_…`. This is the only time that it is told. */
export const createdApiTokenSchema = apiTokenSchema.extend({ token: z.string() });

export type ApiTokenItem = z.infer<typeof apiTokenSchema>;
export type ApiTokens = z.infer<typeof apiTokensSchema>;
export type CreateApiToken = z.infer<typeof createApiTokenSchema>;
export type CreatedApiToken = z.infer<typeof createdApiTokenSchema>;
