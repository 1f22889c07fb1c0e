import type { Queryable } from '../queryable.js';

/** Whatever runs work in a transaction; a TypeORM `DataSource` fits as it is. */
export interface Transactional {
  transaction<Result>(work: (db: Queryable) => Promise<Result>): Promise<Result>;
}
