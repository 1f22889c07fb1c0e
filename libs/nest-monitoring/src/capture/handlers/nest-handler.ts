import { isSkipped } from '../../decorators/skip-monitoring.decorator.js';

/** A method that Nest calls for a transport. */
export interface NestHandler {
  /** Such as `ChatGateway.send`. */
  readonly name: string;
  /** What a decorator of the transport left on the method. */
  mark(key: string): unknown;
}

/**
 * The method as its class has it: what Nest calls may be a function around it, which bears no marks.
 * @returns null for one that is not to be recorded
 */
export function nestHandler(instance: object, methodName: string): NestHandler | null {
  const { constructor: type } = instance;
  const method = (instance as Record<string, unknown>)[methodName];
  if (typeof method !== 'function' || isSkipped(method) || isSkipped(type)) return null;
  return { name: `${type.name}.${methodName}`, mark: (key) => Reflect.getMetadata(key, method) as unknown };
}
