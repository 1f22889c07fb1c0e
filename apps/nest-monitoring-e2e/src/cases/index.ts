import { ACTIVITY_CASES } from './activities.cases.js';
import { ANSWER_CASES, REFUSED_CASES } from './answers.cases.js';
import type { Case } from './case.js';
import { CONNECTION_CASES } from './connections.cases.js';
import { FAILURE_CASES } from './failures.cases.js';
import { GRAPHQL_CASES } from './graphql.cases.js';
import { JOB_CASES } from './job.cases.js';
import { MICROSERVICE_CASES } from './microservice.cases.js';
import { ROUTE_CASES } from './routes.cases.js';
import { SCHEDULE_CASES } from './schedule.cases.js';
import { BROKEN_OFF_CASES, STREAM_CASES } from './streams.cases.js';
import { WEBSOCKET_CASES } from './websocket.cases.js';

/** Everything that a host goes through: request, answer, rows. */
export const CASES: readonly Case[] = [
  ...ANSWER_CASES,
  ...REFUSED_CASES,
  ...FAILURE_CASES,
  ...STREAM_CASES,
  ...BROKEN_OFF_CASES,
  ...ROUTE_CASES,
  ...ACTIVITY_CASES,
  ...CONNECTION_CASES,
  ...GRAPHQL_CASES,
  ...WEBSOCKET_CASES,
  ...MICROSERVICE_CASES,
  ...JOB_CASES,
  ...SCHEDULE_CASES,
];
