import { Component, computed, input } from '@angular/core';
import type { Collector } from '@scitex/monitoring-contracts';
import {
  AgePipe,
  BytesPipe,
  ClockPipe,
  CountPipe,
  MicrosPipe,
  MomentPipe,
  MsPipe,
} from '../../../shared/util-format/format.pipes';
import { lossesIn } from './drop-reasons';

/** Each process that captures: what it captured, what became of it, and what it costs. */
@Component({
  selector: 'sm-monitor-table',
  imports: [AgePipe, BytesPipe, ClockPipe, CountPipe, MicrosPipe, MomentPipe, MsPipe],
  templateUrl: './monitor-table.html',
  styleUrl: './monitor-table.css',
})
export class MonitorTable {
  readonly collectors = input.required<readonly Collector[]>();

  protected readonly rows = computed(() =>
    this.collectors().map((collector) => ({
      ...collector,
      waiting: collector.buffered + collector.spooled,
      lost: lossesIn(collector.dropped),
    })),
  );
}
