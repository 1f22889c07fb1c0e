import { ConsoleLogger } from '@nestjs/common';

/** What the framework tells of its own set-up at each start. */
const SET_UP = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger, without the dump of modules and routes. */
export class CalmLogger extends ConsoleLogger {
  override log(message: unknown, ...rest: unknown[]): void {
    if (SET_UP.has(String(rest.at(-1)))) return;
    super.log(message, ...rest);
  }
}
