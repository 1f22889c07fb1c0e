/**
 * Preloaded into the processes that the tools start: ends each in order when the process that started it is gone,
 * even if that one was killed outright and could tell nobody. Its going shows as a change of parent.
 */
import { setInterval } from 'node:timers';

const parent = process.ppid;
setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 1000).unref();
