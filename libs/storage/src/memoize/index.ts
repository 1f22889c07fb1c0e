export { memoize } from './memoize.js';
