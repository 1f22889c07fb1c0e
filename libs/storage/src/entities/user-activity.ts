import type { JsonObject } from '@scitex/monitoring-contracts';
import { Column, Entity } from 'typeorm';
import { EventColumns } from './event-columns.js';

/** Something that a user of a monitored application did. */
@Entity('user_activity')
export class UserActivity extends EventColumns {
  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('text', { name: 'user_label', nullable: true })
  userLabel!: string | null;

  @Column('text', { name: 'activity_type' })
  activityType!: string;

  @Column('text', { nullable: true })
  endpoint!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { name: 'session_id', nullable: true })
  sessionId!: string | null;

  @Column('text', { name: 'ip_address', nullable: true })
  ipAddress!: string | null;

  @Column('text', { name: 'user_agent', nullable: true })
  userAgent!: string | null;

  /** Milliseconds. */
  @Column('double precision', { nullable: true })
  duration!: number | null;

  @Column('text', { nullable: true })
  module!: string | null;

  @Column('text', { nullable: true })
  feature!: string | null;

  @Column('boolean')
  success!: boolean;

  @Column('jsonb', { default: {} })
  details!: JsonObject;
}
