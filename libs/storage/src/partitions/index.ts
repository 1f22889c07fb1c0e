export { maintainPartitions, type Retention } from './maintain-partitions.js';
