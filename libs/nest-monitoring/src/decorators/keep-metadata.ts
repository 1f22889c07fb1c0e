type AnyFunction = (...args: never[]) => unknown;

/** Gives a function that stands in for another the other's name, length and marks. */
export function keepMetadata(from: AnyFunction, to: AnyFunction): void {
  Object.defineProperty(to, 'name', { value: from.name, configurable: true });
  Object.defineProperty(to, 'length', { value: from.length, configurable: true });
  for (const key of Reflect.getMetadataKeys(from) as unknown[])
    Reflect.defineMetadata(key, Reflect.getMetadata(key, from), to);
}
