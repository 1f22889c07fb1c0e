import { z } from 'zod';

/**
 * A failed call, as RFC 9457 `application/problem+json`; `errors` names each refused field and its mend.
 * `currentVersion`: of what somebody else changed meanwhile (409).
 */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  instance: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  currentVersion: z.int().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
