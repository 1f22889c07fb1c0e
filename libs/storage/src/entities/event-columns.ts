import { Column, PrimaryColumn } from 'typeorm';

/** The columns that every event table begins with. */
export abstract class EventColumns {
  /** UUIDv7, ordered by `timestamp`. */
  @PrimaryColumn('uuid')
  id!: string;

  @PrimaryColumn('timestamp with time zone', { precision: 3 })
  timestamp!: Date;

  /** How many events the row stands for: more than one where the module merged alike ones while its host was overloaded. */
  @Column('integer', { default: 1 })
  weight!: number;

  @Column('text')
  app!: string;

  @Column('text')
  environment!: string;

  @Column('text', { nullable: true })
  release!: string | null;
}

/** The columns of events that know which instance they came from. */
export abstract class InstanceEventColumns extends EventColumns {
  @Column('text')
  instance!: string;

  @Column('text', { name: 'trace_id', nullable: true })
  traceId!: string | null;
}
