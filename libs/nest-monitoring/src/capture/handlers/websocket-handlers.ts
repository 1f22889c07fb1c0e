import { Caller } from './caller.js';
import { watchCreator } from './creator-watch.js';
import { nestHandler } from './nest-handler.js';

const MESSAGE = 'message';

/** @param creator the class WsContextCreator of the host's own `@nestjs/websockets` */
export function watchWebsockets(creator: { readonly prototype: object }): void {
  watchCreator({
    prototype: creator.prototype,
    proxy: 'wsProxy',
    make: 'create',
    describe: ([instance, , , methodName]) => {
      const handler = nestHandler(instance as object, String(methodName));
      if (!handler || handler.isSkipped) return null;
      const event = handler.mark(MESSAGE);
      return {
        metricType: 'websocket',
        name: handler.name,
        verb: null,
        isTimed: true,
        isAnswered: true,
        caller: ([client]) => Caller.of(client),
        details: () => ({ event }),
      };
    },
  });
}
