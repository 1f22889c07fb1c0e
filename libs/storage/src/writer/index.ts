export { BatchWriter, type BatchWriterOptions } from './batch-writer.js';
export type { Counts, WriteResult } from './write-result.js';
