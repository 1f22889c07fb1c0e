import type { JsonObject, RateLimit } from '@scitex/monitoring-contracts';
import { Column, Entity } from 'typeorm';
import { InstanceEventColumns } from './event-columns.js';

/** One outbound call. */
@Entity('api_usage_metric')
export class ApiUsageMetric extends InstanceEventColumns {
  @Column('text', { name: 'api_name' })
  apiName!: string;

  @Column('text')
  endpoint!: string;

  @Column('text')
  method!: string;

  /** Milliseconds. */
  @Column('double precision', { name: 'response_time' })
  responseTime!: number;

  /** Null where no answer came. */
  @Column('integer', { name: 'status_code', nullable: true })
  statusCode!: number | null;

  @Column('boolean')
  success!: boolean;

  /** Why no answer came, or not the whole of one; null for an answer that is in, whatever its status. */
  @Column('text', { nullable: true })
  failure!: string | null;

  @Column('jsonb', { name: 'query_params', default: {} })
  queryParams!: JsonObject;

  /** Bytes; a string, as PostgreSQL's bigint exceeds what a number holds exactly. */
  @Column('bigint', { name: 'response_size', nullable: true })
  responseSize!: string | null;

  /** Null where the answer says nothing of one. */
  @Column('jsonb', { name: 'rate_limit', nullable: true })
  rateLimit!: RateLimit | null;
}
