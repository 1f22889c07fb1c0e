import { ConsoleLogger } from '@nestjs/common';

/** What the framework tells of its own set-up at each start. */
const SET_UP = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Nest's logger, without the dump of modules and routes, and in colour only on a terminal. */
export class CalmLogger extends ConsoleLogger {
  constructor() {
    super({ colors: process.stdout.isTTY });
  }

  override log(message: unknown, ...rest: unknown[]): void {
    if (!SET_UP.has(String(rest.at(-1)))) super.log(message, ...rest);
  }

  /** Why listening failed is told once, by who ends the process for it. */
  override error(message: unknown, ...rest: unknown[]): void {
    if (rest.at(-1) !== 'NestApplication') super.error(message, ...rest);
  }
}
