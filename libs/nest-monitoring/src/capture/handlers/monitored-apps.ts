import type { HandlerRecorder } from './handler-recorder.js';

/** By the modules that an app consists of: the classes of Nest that are watched serve all apps of a process. */
const apps = new WeakMap<object, HandlerRecorder>();

export function addApp(modules: object, recorder: HandlerRecorder): void {
  apps.set(modules, recorder);
}

export function removeApp(modules: object): void {
  apps.delete(modules);
}

export const recorderOf = (modules: object): HandlerRecorder | undefined => apps.get(modules);
