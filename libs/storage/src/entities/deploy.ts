import type { DeploySource } from '@scitex/monitoring-contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * A release of an app in an environment: that it was seen for the first time (one row a release), or that somebody
 * said so (one row each time). Whoever reads them takes one that was posted for the one that was seen.
 */
@Entity('deploy')
export class Deploy {
  /** UUIDv7, or the id that was posted. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamp with time zone', { precision: 3 })
  timestamp!: Date;

  @Column('text')
  app!: string;

  @Column('text')
  environment!: string;

  @Column('text')
  release!: string;

  @Column('text')
  source!: DeploySource;

  @Column('text', { nullable: true })
  note!: string | null;

  /** `http:` or `https:`. */
  @Column('text', { nullable: true })
  url!: string | null;
}
