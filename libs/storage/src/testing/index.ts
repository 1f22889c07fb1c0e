export { createTestStore, type TestStore } from './create-test-store.js';
