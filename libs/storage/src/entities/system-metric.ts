import type { JsonObject } from '@scitex/monitoring-contracts';
import { Column, Entity } from 'typeorm';
import { InstanceEventColumns } from './event-columns.js';

/** One measured value; with `metricType` `response_time`, one answered request. */
@Entity('system_metric')
export class SystemMetric extends InstanceEventColumns {
  @Column('text', { name: 'metric_type' })
  metricType!: string;

  @Column('text', { nullable: true })
  endpoint!: string | null;

  @Column('text', { nullable: true })
  method!: string | null;

  /** Milliseconds for times; the metric's own unit otherwise. */
  @Column('double precision')
  value!: number;

  @Column('integer', { name: 'status_code', nullable: true })
  statusCode!: number | null;

  @Column('text', { name: 'user_id', nullable: true })
  userId!: string | null;

  @Column('jsonb', { default: {} })
  metadata!: JsonObject;
}
