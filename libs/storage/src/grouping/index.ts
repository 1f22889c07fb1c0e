export { groupOf, type Grouping } from './group-of.js';
