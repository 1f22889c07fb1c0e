import type { Execution } from './execution.js';

/**
 * Has what a subscription throws later on told to its run. The run itself is over when the subscription stands: what
 * comes after is the world's time, not the handler's.
 */
export async function watchIterator(execution: Execution, result: unknown): Promise<unknown> {
  const iterator = await result;
  return isAsyncIterator(iterator) ? watchedIterator(execution, iterator) : iterator;
}

/** A proxy, as generators insist on being called on themselves. */
function watchedIterator(
  execution: Execution,
  iterator: AsyncIterableIterator<unknown>,
): AsyncIterableIterator<unknown> {
  const next = (...args: [] | [unknown]) =>
    execution.run(async () => {
      try {
        return await iterator.next(...args);
      } catch (error) {
        execution.fail(error);
        throw error;
      }
    });
  const self: AsyncIterableIterator<unknown> = new Proxy(iterator, {
    get(target, key) {
      if (key === 'next') return next;
      if (key === Symbol.asyncIterator) return () => self;
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return self;
}

/** Streams are iterable too, but no iterators: they are left alone. */
function isAsyncIterator(value: unknown): value is AsyncIterableIterator<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const { next, [Symbol.asyncIterator]: iterate } = value as Partial<AsyncIterableIterator<unknown>>;
  return typeof next === 'function' && typeof iterate === 'function';
}
