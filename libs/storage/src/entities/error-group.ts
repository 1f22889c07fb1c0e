import { ERROR_STATUSES, SEVERITIES, type ErrorStatus, type Severity } from '@scitex/monitoring-contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Occurrences with one fingerprint in one app and environment. */
@Entity('error_group')
export class ErrorGroup {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  fingerprint!: string;

  @Column('text')
  app!: string;

  @Column('text')
  environment!: string;

  @Column('text', { name: 'error_type' })
  errorType!: string;

  /** The first line of the first occurrence's message. */
  @Column('text')
  title!: string;

  /** The worst severity seen. */
  @Column('enum', { enum: SEVERITIES, enumName: 'severity' })
  severity!: Severity;

  @Column('enum', { enum: ERROR_STATUSES, enumName: 'error_status', default: 'unresolved' })
  status!: ErrorStatus;

  @Column('uuid', { name: 'assignee_id', nullable: true })
  assigneeId!: string | null;

  @Column('timestamp with time zone', { name: 'first_seen', precision: 3 })
  firstSeen!: Date;

  @Column('timestamp with time zone', { name: 'last_seen', precision: 3 })
  lastSeen!: Date;

  /** Over the group's whole life, dropped days included; a string, as it is a bigint. */
  @Column('bigint')
  occurrences!: string;

  /** The newest occurrence's. */
  @Column('text', { nullable: true })
  endpoint!: string | null;

  /** Whether it occurred again after it had been resolved. */
  @Column('boolean', { default: false })
  regressed!: boolean;

  @Column('text', { name: 'normalized_message' })
  normalizedMessage!: string;

  @Column('jsonb', { default: [] })
  frames!: string[];
}
