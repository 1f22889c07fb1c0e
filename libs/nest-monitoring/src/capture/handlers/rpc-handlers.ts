import { Caller } from './caller.js';
import { watchCreator } from './creator-watch.js';
import { nestHandler } from './nest-handler.js';

/** What `@MessagePattern()` and `@EventPattern()` leave on a method. */
export const PATTERN = 'microservices:pattern';
const KIND = 'microservices:handler_type';
const EVENT = 2;

/** @param creator the class RpcContextCreator of the host's own `@nestjs/microservices` */
export function watchRpc(creator: { readonly prototype: object }): void {
  watchCreator({
    prototype: creator.prototype,
    proxy: 'rpcProxy',
    make: 'create',
    describe: ([instance, , , methodName]) => {
      const handler = nestHandler(instance as object, String(methodName));
      if (!handler || handler.isSkipped) return null;
      const patterns = handler.mark(PATTERN);
      const pattern = Array.isArray(patterns) && patterns.length === 1 ? (patterns[0] as unknown) : patterns;
      return {
        metricType: 'rpc',
        name: handler.name,
        verb: handler.mark(KIND) === EVENT ? 'EVENT' : 'MESSAGE',
        isTimed: true,
        isAnswered: true,
        caller: ([, context]) => Caller.of(context),
        details: () => ({ pattern }),
      };
    },
  });
}
