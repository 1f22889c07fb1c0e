import { z } from 'zod';
import { EVENT_KINDS } from '../events/events.js';

/** Events of one kind that the store does not hold, for one reason. */
export const refusalSchema = z.object({
  app: z.string(),
  environment: z.string(),
  kind: z.enum(EVENT_KINDS),
  reason: z.string().describe('Such as `value: missing, or nothing that the column holds`.'),
  count: z.int().describe('Events refused, since `firstSeen`.'),
  firstSeen: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  example: z
    .string()
    .describe(
      'The last of them as JSON text, cut after 4,000 characters, where it ends in `…`. It is what an app sent: show it as text.',
    ),
});

export type Refusal = z.infer<typeof refusalSchema>;
