import { ACTIVITY_CASES } from './activities.cases.js';
import { ANSWER_CASES, REFUSED_CASES } from './answers.cases.js';
import type { Case } from './case.js';
import { CONNECTION_CASES } from './connections.cases.js';
import { FAILURE_CASES } from './failures.cases.js';
import { ROUTE_CASES } from './routes.cases.js';
import { BROKEN_OFF_CASES, STREAM_CASES } from './streams.cases.js';

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
];
