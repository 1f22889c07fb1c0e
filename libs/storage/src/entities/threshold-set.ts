import type { Limits } from '@scitex/monitoring-contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the health of an environment is judged by, where that differs from what is usual. */
@Entity('threshold')
export class ThresholdSet {
  /** '' for all environments. */
  @PrimaryColumn('text')
  environment!: string;

  /** Counts the changes. */
  @Column('integer')
  version!: number;

  /** Of the checks that have limits of their own; the others have the usual ones. */
  @Column('jsonb')
  own!: Limits[];

  @Column('timestamp with time zone', { name: 'updated_at', precision: 3 })
  updatedAt!: Date;

  /** The account that changed it last; null once that is gone. */
  @Column('uuid', { name: 'updated_by', nullable: true })
  updatedBy!: string | null;
}
