export { BatchWriter } from './batch-writer.js';
export type { BatchWriterOptions } from './batch-writer-options.js';
export type { Refusal } from './quarantine/refusals.js';
export { StoreError } from './store-error.js';
export type { Counts, WriteResult } from './write-result.js';
