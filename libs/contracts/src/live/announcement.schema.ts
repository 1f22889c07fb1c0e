import { z } from 'zod';

/** Events that were stored, by kind: a row counts for as many as its weight says. */
export const storedCountsSchema = z.object({
  metrics: z.int(),
  errors: z.int(),
  apiCalls: z.int(),
  activities: z.int(),
});

/**
 * What who stored a batch tells the servers that listen, through PostgreSQL: where something happened, and of errors
 * the ids of the groups that are new or came back; never what was recorded, as every account of the database may listen.
 */
export const announcementSchema = z.object({
  app: z.string(),
  environment: z.string(),
  stored: storedCountsSchema,
  created: z.array(z.uuid()),
  regressed: z.array(z.uuid()),
});

export type Announcement = z.infer<typeof announcementSchema>;
