export { createDataSource, type StoreOptions } from './data-source.js';
export * from './deploys/index.js';
export * from './entities/index.js';
export { migrate } from './migrate.js';
export { maintainPartitions, type Retention } from './partitions/index.js';
export * from './queries/index.js';
export * from './records/index.js';
export * from './rollups/index.js';
export * from './writer/index.js';
