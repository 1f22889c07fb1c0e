import { SetMetadata } from '@nestjs/common';

const SKIP = 'scitex:monitoring:skip';

/**
 * Leaves the requests or runs of a handler, or of all handlers of a class, out of the record.
 * @example
 * @SkipMonitoring()
 * @Get('internal/ping')
 * ping() {}
 */
export const SkipMonitoring = (): MethodDecorator & ClassDecorator => SetMetadata(SKIP, true);

export const isSkipped = (marked: object): boolean => Reflect.hasMetadata(SKIP, marked);
