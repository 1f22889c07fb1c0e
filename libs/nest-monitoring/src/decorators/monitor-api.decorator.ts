import { activeMonitoring } from '../manual/active-monitoring.js';
import { timed } from '../manual/timed.js';
import { keepMetadata } from './keep-metadata.js';

type Method = (this: object, ...args: never[]) => unknown;

/**
 * Times every call of a method as a call of the API `apiName`, its endpoint being `<Class>.<method>`.
 * What the method returns or throws stays as it is; promises and Observables are timed until they settle.
 * @example
 * @MonitorApi('crossref')
 * findWorks(query: string) { return this.client.get('/works', { query }); }
 */
export function MonitorApi(apiName: string): MethodDecorator {
  return (target, key, descriptor: PropertyDescriptor) => {
    const original = descriptor.value as Method;
    const endpoint = `${target.constructor.name}.${String(key)}`;
    descriptor.value = function (this: object, ...args: never[]): unknown {
      const call = activeMonitoring()?.timeApiCall(apiName, endpoint);
      return call ? timed(call, () => original.apply(this, args)) : original.apply(this, args);
    };
    // Decorators below this one left their marks on the original.
    keepMetadata(original, descriptor.value as Method);
  };
}
