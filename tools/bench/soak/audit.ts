import pg from 'pg';
import type { DriversBooks } from './driver.ts';

/** How the store differs from the driver's books: events that are not there, rows that are there twice. */
export interface Audit {
  readonly lost: number;
  readonly twice: number;
}

/** An overloaded host has one row stand for several events, as its weight says. */
interface Rows {
  readonly events: number;
  readonly rows: number;
  readonly different: number;
}

/** Compares what an app has in the store with what its driver knows: requests, errors, and the activities of users. */
export async function audit(storeUrl: string, app: string, books: DriversBooks): Promise<Audit> {
  const client = new pg.Client({ connectionString: storeUrl });
  await client.connect();
  try {
    const traced = async (table: string): Promise<Rows> => {
      const { rows } = await client.query<Rows>(
        `SELECT coalesce(sum(weight), 0)::int AS events, count(*)::int AS rows,
           count(DISTINCT trace_id)::int AS different
         FROM monitoring.${table} WHERE app = $1 AND trace_id LIKE $2`,
        [app, `${books.run}%`],
      );
      return rows[0] ?? { events: 0, rows: 0, different: 0 };
    };
    const activities = await client.query<{ events: number }>(
      'SELECT coalesce(sum(weight), 0)::int AS events FROM monitoring.user_activity WHERE app = $1',
      [app],
    );
    const events = activities.rows[0]?.events ?? 0;
    return sum([
      compare(books.answered, await traced('system_metric')),
      compare(books.failed, await traced('error_log')),
      // Activities carry no trace: what is there beyond the books is there twice.
      compare(books.byUsers, { events, rows: events, different: Math.min(events, books.byUsers) }),
    ]);
  } finally {
    await client.end();
  }
}

function compare(expected: number, { events, rows, different }: Rows): Audit {
  return { lost: Math.max(0, expected - events), twice: rows - different };
}

function sum(audits: readonly Audit[]): Audit {
  return {
    lost: audits.reduce((total, { lost }) => total + lost, 0),
    twice: audits.reduce((total, { twice }) => total + twice, 0),
  };
}
