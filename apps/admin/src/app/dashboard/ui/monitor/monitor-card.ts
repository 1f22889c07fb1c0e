import { Component, computed, input } from '@angular/core';
import type { Collectors } from '@scitex/monitoring-contracts';
import { Icon } from '../../../shared/ui/icon/icon';
import { DropReasons } from './drop-reasons-list';
import { MonitorTable } from './monitor-table';
import { toMonitorNotes } from './monitor-notes';
import { toMonitorSummary } from './monitor-summary';
import { Refusals } from './refusals-list';

/** Whether the monitor itself can be trusted: one calm line while it can, what is wrong otherwise, each instance on demand. */
@Component({
  selector: 'sm-monitor-card',
  imports: [DropReasons, Icon, MonitorTable, Refusals],
  templateUrl: './monitor-card.html',
  styleUrl: './monitor-card.css',
})
export class MonitorCard {
  readonly collectors = input.required<Collectors>();

  protected readonly summary = computed(() => toMonitorSummary(this.collectors()));
  protected readonly notes = computed(() => toMonitorNotes(this.collectors()));
  protected readonly tone = computed(() =>
    this.notes().reduce<string>((worst, { tone }) => (worst === 'critical' ? worst : tone), 'healthy'),
  );
  protected readonly unlisted = computed(() => {
    const { items, totals } = this.collectors();
    return totals.instances - items.length;
  });
}
