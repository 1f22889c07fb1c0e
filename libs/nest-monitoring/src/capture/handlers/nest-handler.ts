import { isSkipped } from '../../decorators/skip-monitoring.decorator.js';

/** A method that Nest calls for a transport. */
export interface NestHandler {
  /** Such as `ChatGateway.send`. */
  readonly name: string;
  /** Not to be recorded. */
  readonly isSkipped: boolean;
  /** What a decorator of the transport left on the method. */
  mark(key: string): unknown;
}

/** The method as its class has it: what Nest calls may be a function around it, which bears no marks. */
export function nestHandler(instance: object, methodName: string): NestHandler | null {
  const { constructor: type } = instance;
  const method = (instance as Record<string, unknown>)[methodName];
  if (typeof method !== 'function') return null;
  return {
    name: `${type.name}.${methodName}`,
    isSkipped: isSkipped(method) || isSkipped(type),
    mark: (key) => Reflect.getMetadata(key, method) as unknown,
  };
}
