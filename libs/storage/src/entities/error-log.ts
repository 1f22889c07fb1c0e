import { SEVERITIES, type JsonObject, type Severity } from '@scitex/monitoring-contracts';
import { Column, Entity } from 'typeorm';
import { InstanceEventColumns } from './event-columns.js';

/** One occurrence of an error. */
@Entity('error_log')
export class ErrorLog extends InstanceEventColumns {
  @Column('uuid', { name: 'group_id' })
  groupId!: string;

  @Column('enum', { enum: SEVERITIES, enumName: 'severity' })
  severity!: Severity;

  @Column('text', { name: 'error_type' })
  errorType!: string;

  @Column('text')
  message!: string;

  @Column('text', { name: 'stack_trace', nullable: true })
  stackTrace!: string | null;

  @Column('text', { nullable: true })
  endpoint!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  @Column('text', { name: 'ip_address', nullable: true })
  ipAddress!: string | null;

  @Column('boolean', { default: false })
  resolved!: boolean;

  @Column('jsonb', { default: {} })
  metadata!: JsonObject;
}
