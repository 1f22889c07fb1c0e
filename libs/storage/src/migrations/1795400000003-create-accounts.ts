import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff accounts and their refresh tokens. */
export class CreateAccounts1795400000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(STAFF_ACCOUNT);
    await runner.query(REFRESH_TOKEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.refresh_token, monitoring.staff_account`);
  }
}

const STAFF_ACCOUNT = `
CREATE TABLE monitoring.staff_account (
  id uuid PRIMARY KEY,
  email text NOT NULL CHECK (email = lower(email)),
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'staff', 'admin')),
  password_hash text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  last_login_at timestamptz(3)
);

CREATE UNIQUE INDEX staff_account_email ON monitoring.staff_account (email);
COMMENT ON INDEX monitoring.staff_account_email IS 'Sign-in: the account of an e-mail address';`;

const REFRESH_TOKEN = `
CREATE TABLE monitoring.refresh_token (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES monitoring.staff_account (id) ON DELETE CASCADE,
  family_id uuid NOT NULL,
  token_hash text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  revoked_at timestamptz(3)
);

CREATE UNIQUE INDEX refresh_token_hash ON monitoring.refresh_token (token_hash);
COMMENT ON INDEX monitoring.refresh_token_hash IS 'Refresh: the token that a cookie holds';

CREATE INDEX refresh_token_family ON monitoring.refresh_token (family_id);
COMMENT ON INDEX monitoring.refresh_token_family IS 'Sign-out and reuse: revoke every token of one sign-in';

CREATE INDEX refresh_token_account ON monitoring.refresh_token (account_id);
COMMENT ON INDEX monitoring.refresh_token_account IS 'Deleting or deactivating an account ends its sessions';`;
