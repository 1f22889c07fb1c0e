/**
 * Preloaded into the processes that the tools start: ends each in order when the process that started it is gone,
 * even if that one was killed outright and could tell nobody. Its going shows as a change of parent.
 */
import { clearInterval, setInterval, setTimeout } from 'node:timers';

const CHECK_MS = 1000;
const GRACE_MS = 10_000;

const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
}, CHECK_MS).unref();
