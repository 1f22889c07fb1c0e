import type { CollectorCost, CollectorMode, EventCounts, EventKind } from '@scitex/monitoring-contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * One run of a process that captures, as it last reported itself. Times are the store's. Counts are of events since
 * the run began, and strings, as they are bigints; `captured = stored + buffered + spooled + Σ dropped`.
 */
@Entity('collector')
export class Collector {
  /** Of the run. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  app!: string;

  @Column('text')
  environment!: string;

  @Column('text', { nullable: true })
  release!: string | null;

  @Column('text')
  instance!: string;

  @Column('timestamp with time zone', { name: 'started_at', precision: 3 })
  startedAt!: Date;

  @Column('timestamp with time zone', { name: 'reported_at', precision: 3 })
  reportedAt!: Date;

  /** When it said that it ends, with everything flushed; null of one that lives, or ended without a word. */
  @Column('timestamp with time zone', { name: 'stopped_at', precision: 3, nullable: true })
  stoppedAt!: Date | null;

  /** Milliseconds from the start to the report, by the clock of the process. */
  @Column('double precision')
  uptime!: number;

  @Column('bigint')
  captured!: string;

  @Column('bigint')
  stored!: string;

  /** Waiting in memory. */
  @Column('bigint')
  buffered!: string;

  /** Waiting on the disk. */
  @Column('bigint')
  spooled!: string;

  @Column('jsonb')
  dropped!: EventCounts['dropped'];

  /** When events were last reported lost; what sampling left out is not lost. */
  @Column('timestamp with time zone', { name: 'dropped_at', precision: 3, nullable: true })
  droppedAt!: Date | null;

  /** The same counts for each kind of events. */
  @Column('jsonb')
  kinds!: Readonly<Record<EventKind, EventCounts>>;

  @Column('jsonb')
  cost!: CollectorCost;

  @Column('text')
  mode!: CollectorMode;

  @Column('timestamp with time zone', { name: 'mode_since', precision: 3 })
  modeSince!: Date;

  /** Milliseconds. */
  @Column('double precision', { name: 'event_loop_delay_p99', nullable: true })
  eventLoopDelayP99!: number | null;
}
