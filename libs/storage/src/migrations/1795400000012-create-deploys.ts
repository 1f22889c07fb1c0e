import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deploys, those of releases that were seen before included, and the tokens that CI posts them with. */
export class CreateDeploys1795400000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DEPLOY);
    await runner.query(FILL);
    await runner.query(API_TOKEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.api_token, monitoring.deploy`);
  }
}

/** No two alike: a release is seen for the first time once, and what is posted again is the same deploy. */
const DEPLOY = `
CREATE TABLE monitoring.deploy (
  id uuid PRIMARY KEY,
  timestamp timestamptz(3) NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  release text NOT NULL,
  source text NOT NULL CHECK (source IN ('seen', 'posted')),
  note text,
  url text
);

CREATE UNIQUE INDEX deploy_seen ON monitoring.deploy (app, environment, release) WHERE source = 'seen';
COMMENT ON INDEX monitoring.deploy_seen IS 'Writing: whether a release was seen before';

CREATE UNIQUE INDEX deploy_posted ON monitoring.deploy (app, environment, release, timestamp)
  WHERE source = 'posted';
COMMENT ON INDEX monitoring.deploy_posted IS
  'Posting: whether a deploy was posted before; reading: whether one was for a release that was seen';

CREATE INDEX deploy_timestamp ON monitoring.deploy (timestamp);
COMMENT ON INDEX monitoring.deploy_timestamp IS 'Reading: the deploys of a range';`;

const RAW = ['system_metric', 'error_log', 'api_usage_metric', 'user_activity'];

const firstSeen = (table: string) => `
  SELECT app, environment, release, min(timestamp) AS timestamp FROM monitoring.${table}
  WHERE release ~ '[^[:space:]]' GROUP BY 1, 2, 3`;

/** As writers record them: at most 100 in a day for each app and environment. The ids are UUIDv7 of that time. */
const FILL = `
INSERT INTO monitoring.deploy (id, timestamp, app, environment, release, source)
SELECT encode(set_bit(set_bit(
    overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send((extract(epoch FROM timestamp) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
    52, 1), 53, 1), 'hex')::uuid, timestamp, app, environment, release, 'seen'
FROM (
  SELECT *, row_number() OVER (
    PARTITION BY app, environment, date_bin('1 day', timestamp, timestamptz '1970-01-01T00:00:00Z')
    ORDER BY timestamp, release) AS place
  FROM (
    SELECT app, environment, release, min(timestamp) AS timestamp
    FROM (${RAW.map(firstSeen).join(' UNION ALL ')}) AS found GROUP BY 1, 2, 3
  ) AS first
) AS placed
WHERE place <= 100;`;

const API_TOKEN = `
CREATE TABLE monitoring.api_token (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  token_hash text NOT NULL,
  hint text NOT NULL,
  scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_by uuid NOT NULL REFERENCES monitoring.staff_account (id) ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);

CREATE UNIQUE INDEX api_token_hash ON monitoring.api_token (token_hash);
COMMENT ON INDEX monitoring.api_token_hash IS 'Every call with a token: the token that it holds';

CREATE INDEX api_token_created_by ON monitoring.api_token (created_by);
COMMENT ON INDEX monitoring.api_token_created_by IS 'Deleting an account ends its tokens';`;
