export { createTestStore, type TestStore } from './create-test-store.js';
export { startFaultProxy, textOf, type Fate, type FaultProxy, type WireMessage } from './faults/index.js';
export { testRedisUrl } from './test-redis.js';
export { pick, randomNumbers } from './random-numbers.js';
