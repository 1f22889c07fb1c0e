import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event tables: partitioned by UTC day, without foreign keys, sequences or triggers. */
export class CreateEvents1795400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SYSTEM_METRIC);
    await runner.query(ERROR_LOG);
    await runner.query(API_USAGE_METRIC);
    await runner.query(USER_ACTIVITY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE monitoring.user_activity, monitoring.api_usage_metric,
      monitoring.error_log, monitoring.system_metric`);
    await runner.query(`DROP TYPE monitoring.severity`);
  }
}

const SYSTEM_METRIC = `
CREATE TABLE monitoring.system_metric (
  id uuid NOT NULL,
  timestamp timestamptz(3) NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  instance text NOT NULL,
  metric_type text NOT NULL,
  endpoint text,
  method text,
  value double precision NOT NULL,
  status_code integer,
  user_id text,
  trace_id text,
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);

CREATE INDEX system_metric_requests ON monitoring.system_metric (timestamp)
  WHERE metric_type = 'response_time';
COMMENT ON INDEX monitoring.system_metric_requests IS
  'readHealthFigures, readPerformance: the requests of a window';`;

const ERROR_LOG = `
CREATE TYPE monitoring.severity AS ENUM ('low', 'medium', 'high', 'critical');

CREATE TABLE monitoring.error_log (
  id uuid NOT NULL,
  timestamp timestamptz(3) NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  instance text NOT NULL,
  group_id uuid NOT NULL,
  severity monitoring.severity NOT NULL,
  error_type text NOT NULL,
  message text NOT NULL,
  stack_trace text,
  endpoint text,
  method text,
  user_id text,
  user_agent text,
  ip_address text,
  trace_id text,
  resolved boolean NOT NULL DEFAULT false,
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);

CREATE INDEX error_log_timestamp ON monitoring.error_log (timestamp);
COMMENT ON INDEX monitoring.error_log_timestamp IS
  'listErrorGroups, readErrorSummary, error types of readPerformance: the errors of a window';

CREATE INDEX error_log_occurrences ON monitoring.error_log (group_id, timestamp, id);
COMMENT ON INDEX monitoring.error_log_occurrences IS
  'listOccurrences, readErrorGroup: the errors of one group, newest first';`;

const API_USAGE_METRIC = `
CREATE TABLE monitoring.api_usage_metric (
  id uuid NOT NULL,
  timestamp timestamptz(3) NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  instance text NOT NULL,
  api_name text NOT NULL,
  endpoint text NOT NULL,
  method text NOT NULL,
  response_time double precision NOT NULL,
  status_code integer,
  success boolean NOT NULL,
  query_params jsonb NOT NULL DEFAULT '{}',
  response_size bigint,
  trace_id text,
  PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);

CREATE INDEX api_usage_metric_timestamp ON monitoring.api_usage_metric (timestamp);
COMMENT ON INDEX monitoring.api_usage_metric_timestamp IS
  'readApiUsage, readHealthFigures: the outbound calls of a window';`;

const USER_ACTIVITY = `
CREATE TABLE monitoring.user_activity (
  id uuid NOT NULL,
  timestamp timestamptz(3) NOT NULL,
  app text NOT NULL,
  environment text NOT NULL,
  release text,
  user_id text,
  user_label text,
  activity_type text NOT NULL,
  endpoint text,
  method text,
  session_id text,
  ip_address text,
  user_agent text,
  duration double precision,
  module text,
  feature text,
  success boolean NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (id, timestamp)
) PARTITION BY RANGE (timestamp);

CREATE INDEX user_activity_timestamp ON monitoring.user_activity (timestamp);
COMMENT ON INDEX monitoring.user_activity_timestamp IS 'readUserActivity: the activities of a window';`;
