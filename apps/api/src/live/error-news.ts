import { Injectable, Logger } from '@nestjs/common';
import type { Announcement, LiveError } from '@scitex/monitoring-contracts';
import { readErrorHeadings } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { LiveLog } from './live-log.js';

/** Groups that wait to be read; more at once are a storm, of which the error list tells more than a stream. */
const MAX_WAITING = 100;

/** Looks up what the groups are called that were announced as new or regressed, and notes it in the log. */
@Injectable()
export class ErrorNews {
  private readonly logger = new Logger('Live');
  private readonly waiting = new Map<string, LiveError['change']>();
  private isReading = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: LiveLog,
  ) {}

  add({ created, regressed }: Announcement): void {
    for (const id of created) this.wait(id, 'new');
    for (const id of regressed) this.wait(id, 'regressed');
    if (this.waiting.size > 0 && !this.isReading) void this.readAll();
  }

  private wait(id: string, change: LiveError['change']): void {
    if (this.waiting.size < MAX_WAITING) this.waiting.set(id, change);
  }

  private async readAll(): Promise<void> {
    this.isReading = true;
    while (this.waiting.size > 0) {
      const changes = new Map(this.waiting);
      this.waiting.clear();
      await this.read(changes).catch((error: unknown) => {
        this.logger.warn(`New errors could not be read: ${String(error)}`);
      });
    }
    this.isReading = false;
  }

  private async read(changes: ReadonlyMap<string, LiveError['change']>): Promise<void> {
    for (const heading of await readErrorHeadings(this.dataSource, [...changes.keys()])) {
      const change = changes.get(heading.id);
      if (change) this.log.append({ kind: 'error', error: { change, ...heading } });
    }
  }
}
