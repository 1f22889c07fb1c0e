import { parseArgs } from 'node:util';
import { Failure } from '../process/failure.ts';

export const USAGE = `npm start [-- --no-sample]

Builds what is stale, starts an embedded PostgreSQL (unless DATABASE_URL is set), the server and, on a fresh embedded
store, the sample app.

  --no-sample   does not start the sample app
  --help        shows this page
`;

export interface StartArguments {
  readonly sample: boolean;
  readonly help: boolean;
}

/** @throws Failure for an argument that is not in `USAGE`. */
export function readArguments(args: readonly string[]): StartArguments {
  try {
    const options = { 'no-sample': { type: 'boolean' }, help: { type: 'boolean' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    return { sample: !values['no-sample'], help: values.help ?? false };
  } catch (error) {
    throw new Failure(`${(error as Error).message.split('. ')[0]}: npm start takes --no-sample and --help.`);
  }
}
