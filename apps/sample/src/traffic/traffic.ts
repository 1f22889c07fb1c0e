import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';

/** The app's own visitors: a process of their own, so that the app does not record their requests as calls it makes. */
@Injectable()
export class Traffic implements OnModuleDestroy {
  private visitors?: ChildProcess;

  /** @param url where the app listens */
  start(url: string): void {
    this.visitors = fork(fileURLToPath(new URL('./main.js', import.meta.url)), [url]);
    this.visitors.on('error', (error) => this.warn(error.message));
    this.visitors.on('exit', (code) => code && this.warn(`exit code ${code}`));
  }

  onModuleDestroy(): void {
    if (this.visitors?.connected) this.visitors.disconnect();
  }

  private warn(reason: string): void {
    new Logger(Traffic.name).warn(`The sample traffic has stopped (${reason}); the app itself goes on.`);
  }
}
