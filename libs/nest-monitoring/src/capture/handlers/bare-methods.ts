import { guarded } from '../../context/guarded.js';
import { keepMetadata } from '../../decorators/keep-metadata.js';
import { isSkipped } from '../../decorators/skip-monitoring.decorator.js';
import type { HandlerRecorder } from './handler-recorder.js';
import type { HandlerClass, WatchedHandler } from './watched-handler.js';

export type Method = (this: object, ...args: never[]) => unknown;

/** Tells the methods of a kind by what their decorators left on them, or on their class; null for all others. */
export type MethodKind = (type: HandlerClass, method: Method, methodName: string) => WatchedHandler | null;

/** Which app an object is of; by its prototype for those that are made for one run. */
const owners = new WeakMap<object, HandlerRecorder>();
const watched = new WeakMap<object, boolean>();

/** @param target an instance of a class whose methods are watched, or its prototype */
export function assignOwner(target: object, recorder: HandlerRecorder): void {
  owners.set(target, recorder);
}

export function releaseOwner(target: object, recorder: HandlerRecorder): void {
  if (owners.get(target) === recorder) owners.delete(target);
}

/**
 * Puts watching functions into the place of the methods of these kinds. Nothing of Nest's stands between them and the
 * library that calls them, which finds them by their marks: the functions bear the same ones.
 *
 * @returns whether the class has such methods; once for each class, whatever number of apps it serves
 */
export function watchMethods(type: HandlerClass, kinds: readonly MethodKind[]): boolean {
  const known = watched.get(type.prototype);
  if (known !== undefined) return known;
  const handlers = isSkipped(type) ? [] : [...describeMethods(type, kinds)];
  watched.set(type.prototype, handlers.length > 0);
  for (const { name, method, handler } of handlers)
    guarded(() => replace(type.prototype, name, method, handler));
  return handlers.length > 0;
}

function* describeMethods(type: HandlerClass, kinds: readonly MethodKind[]) {
  for (const [name, method] of methodsOf(type.prototype)) {
    if (isSkipped(method)) continue;
    const handler = kinds.map((kind) => kind(type, method, name)).find((found) => found !== null);
    if (handler) yield { name, method, handler };
  }
}

/** Inherited ones too; getters are the host's code, and not called. */
export function methodsOf(prototype: object): ReadonlyMap<string, Method> {
  const methods = new Map<string, Method>();
  for (
    let at: object | null = prototype;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object
  )
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(at)))
      if (typeof value === 'function' && name !== 'constructor' && !methods.has(name))
        methods.set(name, value as Method);
  return methods;
}

function replace(prototype: object, name: string, method: Method, handler: WatchedHandler): void {
  const watching = function (this: object, ...args: never[]): unknown {
    const recorder = ownerOf(this, prototype);
    return recorder
      ? recorder.watch(handler, args, () => method.apply(this, args))
      : method.apply(this, args);
  };
  keepMetadata(method, watching);
  Object.defineProperty(prototype, name, { value: watching, writable: true, configurable: true });
}

/** Of an object whose class inherits the method, and has it watched itself, nobody: a run counts once. */
function ownerOf(instance: unknown, prototype: object): HandlerRecorder | undefined {
  if (typeof instance !== 'object' || instance === null) return undefined;
  if (Object.getPrototypeOf(instance) !== prototype) return undefined;
  return owners.get(instance) ?? owners.get(prototype);
}
