export { clusterUrl, readPassword, rememberedPort } from './cluster.ts';
export { createDatabase } from './database.ts';
export { startPostgres, type PostgresServer } from './server.ts';
export { findPostmaster } from './stale.ts';
