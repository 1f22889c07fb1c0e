import type { Role } from '@scitex/monitoring-contracts';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who signs in to the dashboard. */
@Entity('staff_account')
export class StaffAccount {
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower case, unique. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('boolean', { default: true })
  active!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamp with time zone', precision: 3 })
  createdAt!: Date;

  @Column('timestamp with time zone', { name: 'last_login_at', precision: 3, nullable: true })
  lastLoginAt!: Date | null;
}
