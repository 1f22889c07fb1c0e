import { SetMetadata } from '@nestjs/common';

const SKIP = 'scitex:monitoring:skip';

/**
 * Leaves the requests of a handler, or of a whole controller, out of the record.
 * @example
 * @SkipMonitoring()
 * @Get('internal/ping')
 * ping() {}
 */
export const SkipMonitoring = (): MethodDecorator & ClassDecorator => SetMetadata(SKIP, true);

export const isSkipped = (marked: object): boolean => Reflect.hasMetadata(SKIP, marked);
