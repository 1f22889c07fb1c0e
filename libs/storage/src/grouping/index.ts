export { groupOf, type Grouping } from './group-of.js';
export { briefStack } from './in-app-frames.js';
export { MESSAGE_LENGTH, normalizeMessage } from './normalize-message.js';
