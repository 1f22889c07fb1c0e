import { SetMetadata } from '@nestjs/common';
import type { Handler } from '../context/request-context.js';

const SKIP = 'scitex:monitoring:skip';

/**
 * Leaves the requests of a handler, or of a whole controller, out of the record.
 * @example
 * @SkipMonitoring()
 * @Get('internal/ping')
 * ping() {}
 */
export const SkipMonitoring = (): MethodDecorator & ClassDecorator => SetMetadata(SKIP, true);

export function isSkipped(handler: Handler | null): boolean {
  if (handler === null) return false;
  return Reflect.hasMetadata(SKIP, handler.method) || Reflect.hasMetadata(SKIP, handler.controller);
}
