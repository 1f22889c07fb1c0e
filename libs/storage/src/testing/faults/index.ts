export { startFaultProxy, type FaultProxy } from './fault-proxy.js';
export type { Fate } from './faulty-link.js';
export { textOf, type WireMessage } from './wire-message.js';
