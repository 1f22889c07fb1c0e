import { z } from 'zod';
import { text, wholeNumber } from '../fields/fields.js';
import { MAX_RANGE_HOURS } from '../range/range.js';
import { COLLECTOR_MODES } from './collector-report.js';
import { refusalSchema } from './refusal.schema.js';

/** `stopped`: it said goodbye. `silent`: it did not, and has not been heard of for 90 seconds. */
export const COLLECTOR_STATES = ['reporting', 'silent', 'stopped'] as const;

/** Those that reported, and what was refused, within the last `hours`. */
export const collectorsQuerySchema = z.strictObject({
  hours: wholeNumber('hours', 1, MAX_RANGE_HOURS).default(24),
  app: text(512).optional(),
  environment: text(512).optional(),
});

/** Events. `captured = stored + buffered + spooled + Σ dropped`. */
const countsShape = {
  captured: z.int().describe('Events that were seen, since the process started.'),
  stored: z.int().describe('Of them, those in the store.'),
  buffered: z.int().describe('Of them, those that wait in memory.'),
  spooled: z.int().describe('Of them, those that wait on the disk.'),
  dropped: z.record(z.string(), z.int()).describe('Of them, those that are lost or left out, by reason.'),
};

const balance = z.int().describe('captured − stored − buffered − spooled − Σ dropped: always 0.');
const captureMicros = z
  .number()
  .nullable()
  .describe('Microseconds that a request is held up by its capture; null while too few were measured.');

export const collectorSchema = z.object({
  id: z.uuid().describe('Of one run of the process.'),
  app: z.string(),
  environment: z.string(),
  release: z.string().nullable(),
  instance: z.string(),
  state: z.enum(COLLECTOR_STATES),
  startedAt: z.iso.datetime(),
  reportedAt: z.iso.datetime().describe('When the figures were reported.'),
  ...countsShape,
  balance,
  droppedAt: z.iso
    .datetime()
    .nullable()
    .describe('When events were last lost; null where none were. Left out by sampling is not lost.'),
  kinds: z.object({
    metrics: z.object(countsShape),
    errors: z.object(countsShape),
    apiCalls: z.object(countsShape),
    activities: z.object(countsShape),
  }),
  cost: z.object({
    captureMicros,
    batches: z.int().describe('Batches stored.'),
    storeMs: z.number().nullable().describe('Milliseconds to make and store a batch, waiting included.'),
    bufferBytes: z.int().describe('Bytes of memory that buffered events hold, approximately.'),
    spoolBytes: z.int().describe('Bytes on the disk.'),
  }),
  mode: z.enum(COLLECTOR_MODES).describe('What is captured: less than full under overload.'),
  modeSince: z.iso.datetime(),
  eventLoopDelayP99: z
    .number()
    .nullable()
    .describe('99th percentile of the event-loop delay, in milliseconds; null where it is not measured.'),
});

/** `items`: the 200 that reported last. `totals`: of all that match. `refusals`: the 50 that came last, newest first. */
export const collectorsSchema = z.object({
  items: z.array(collectorSchema),
  totals: z.object({
    instances: z.int(),
    reporting: z.int(),
    silent: z.int(),
    stopped: z.int(),
    ...countsShape,
    balance,
    captureMicros,
  }),
  refusals: z.array(refusalSchema),
});

export type CollectorsQuery = z.infer<typeof collectorsQuerySchema>;
export type CollectorState = (typeof COLLECTOR_STATES)[number];
export type Collector = z.infer<typeof collectorSchema>;
export type Collectors = z.infer<typeof collectorsSchema>;
