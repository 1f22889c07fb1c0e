import { Logger } from '@nestjs/common';

/** Speaks through the host's own logger. One that throws is the host's to mend: what it does not take stays unsaid. */
export class CalmLogger {
  private readonly logger = new Logger('Monitoring');

  log(message: string): void {
    this.say('log', message);
  }

  warn(message: string): void {
    this.say('warn', message);
  }

  private say(level: 'log' | 'warn', message: string): void {
    try {
      this.logger[level](message);
    } catch {
      // There is nobody left to tell.
    }
  }
}
