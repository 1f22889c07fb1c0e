import type { Case, Platform, RequestSpec } from '../cases/case.js';
import { exchange } from './exchange.js';
import type { Exit, HostProcess } from './host-process.js';
import { traceOf, userOf } from './trace.js';

/** At once, on one host: handlers overlap, and the machine is not overrun. */
const CONCURRENCY = 8;

/** A case in one of the apps that it is for. */
export interface Run {
  readonly app: string;
  readonly test: Case;
  readonly traces: readonly string[];
}

export const runsOf = (cases: readonly Case[], platform: Platform): readonly Run[] =>
  cases.flatMap((test, index) => {
    if (test.only && test.only !== platform) return [];
    const traces = test.exchanges.map((_, exchangeIndex) => traceOf(index, exchangeIndex));
    return (test.apps ?? ['plain']).map((app) => ({ app, test, traces }));
  });

/** What came of a host. */
export interface Driven {
  /** The bytes that each run was answered with. */
  readonly answers: ReadonlyMap<Run, string>;
  readonly exit: Exit;
}

/** Sends everything to a host, and closes it. */
export async function drive(host: HostProcess, runs: readonly Run[]): Promise<Driven> {
  const answers = new Map<Run, string>();
  const queue = runs.values();
  const work = async () => {
    for (const run of queue) answers.set(run, await send(host, run));
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return { answers, exit: await host.close() };
}

async function send({ ports }: HostProcess, { app, test, traces }: Run): Promise<string> {
  const port = ports[app];
  if (port === undefined)
    throw new Error(`«${test.name}» is for an app that the host does not serve: ${app}.`);
  if (test.send) return withoutDates(await test.send(port, traces));
  const last = test.exchanges.length - 1;
  const requests = test.exchanges.map(({ request }, n) => toBytes(request, traces[n] ?? '', n === last));
  return withoutDates(await exchange(port, requests, test));
}

function toBytes(request: RequestSpec, trace: string, isLast: boolean): Buffer {
  const body = Buffer.from(request.body ?? '');
  const headers = {
    host: 'host.example.org',
    traceparent: `00-${trace}-b7ad6b7169203331-01`,
    ...(isLast && { connection: 'close' }),
    ...(isCounted(request) && { 'content-length': String(body.length) }),
    ...(request.hasUser && { 'x-user': userOf(trace) }),
    ...request.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `${request.method ?? 'GET'} ${request.path} HTTP/1.1\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), body]);
}

const isCounted = ({ body, headers = {} }: RequestSpec): boolean =>
  body !== undefined && !('transfer-encoding' in headers);

/** All that two runs of one host may differ in. */
const withoutDates = (answer: string): string => answer.replaceAll(/^date: .*$/gim, 'date: …');
