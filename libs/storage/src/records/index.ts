export { countByTime } from './count-by-time.js';
export { listRecords, type RecordQuery } from './list-records.js';
export { readRecord } from './read-record.js';
