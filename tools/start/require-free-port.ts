import { Failure } from '../process/failure.ts';
import { portState } from '../process/port.ts';

/** @throws Failure that says why the port cannot be had, and the mend. */
export async function requireFreePort(
  variable: 'PORT' | 'SAMPLE_PORT',
  port: number,
  host = '127.0.0.1',
): Promise<void> {
  const state = await portState(port, host);
  switch (state) {
    case 'free':
      return;
    case 'taken':
      throw new Failure(
        `Port ${port} is taken: stop what uses it, or choose another with ${variable}=${another(port)} npm start.`,
      );
    case 'forbidden':
      throw new Failure(
        `Port ${port} may not be opened by this user: choose one from 1024 on, such as ${variable}=3000 npm start.`,
      );
    case 'elsewhere':
      throw new Failure(
        `HOST is «${host}», which is no address of this machine: set it to one that is, or leave it out.`,
      );
    default:
      return state satisfies never;
  }
}

function another(port: number): number {
  return port + 100 <= 65_535 ? port + 100 : port - 100;
}
