import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TimelineEntry } from '@scitex/monitoring-contracts';
import { CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import { toTimelineLine } from './to-timeline-line';

/** One thing that a user did, or that happened to them, in a line that leads to all of it. */
@Component({
  selector: 'sm-timeline-row',
  imports: [CountPipe, MomentPipe, RouterLink],
  templateUrl: './timeline-row.html',
  styleUrls: ['../../shared/ui/badges/badge.css', './timeline-row.css'],
})
export class TimelineRow {
  readonly entry = input.required<TimelineEntry>();

  protected readonly carried = injectCarriedParams();
  protected readonly line = computed(() => toTimelineLine(this.entry()));
}
