import { z } from 'zod';

/** What an API says of how many calls it takes; null for what it does not say. */
export const rateLimitSchema = z.object({
  limit: z.int().nullable().describe('Calls that it takes until the reset.'),
  remaining: z.int().nullable().describe('Of them, those that are left.'),
  resetAt: z.iso.datetime().nullable().describe('When they are there anew, or when to call again.'),
});

export type RateLimit = z.infer<typeof rateLimitSchema>;
