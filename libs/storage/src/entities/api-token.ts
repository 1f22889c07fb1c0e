import type { Scope } from '@scitex/monitoring-contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A key for programs, of which only the hash is kept. It ends with the account that made it. */
@Entity('api_token')
export class ApiToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** Unique. */
  @Column('text', { name: 'token_hash' })
  tokenHash!: string;

  /** How the token begins, to tell it by. */
  @Column('text')
  hint!: string;

  @Column('text', { array: true })
  scopes!: Scope[];

  /** The account that made it, whose role bounds what it may do. */
  @Column('uuid', { name: 'created_by' })
  createdBy!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamp with time zone', precision: 3 })
  createdAt!: Date;

  /** Null: never. */
  @Column('timestamp with time zone', { name: 'expires_at', precision: 3, nullable: true })
  expiresAt!: Date | null;

  /** To the minute. */
  @Column('timestamp with time zone', { name: 'last_used_at', precision: 3, nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamp with time zone', { name: 'revoked_at', precision: 3, nullable: true })
  revokedAt!: Date | null;
}
