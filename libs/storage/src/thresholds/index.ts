export { listThresholds } from './list-thresholds.js';
export { putThresholds, StaleVersionError, type ThresholdChange } from './put-thresholds.js';
