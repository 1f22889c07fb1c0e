import { Component, input, signal } from '@angular/core';
import type { Occurrence } from '@scitex/monitoring-contracts';
import { Icon } from '../../shared/ui/icon/icon';
import { CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { OccurrenceDetail } from './occurrence-detail';

/** One occurrence in a line, that unfolds to all that was recorded of it. */
@Component({
  selector: 'sm-occurrence-row',
  imports: [CountPipe, Icon, MomentPipe, OccurrenceDetail],
  template: `
    <details #details (toggle)="details.open && opened.set(true)">
      <summary>
        <sm-icon name="chevron" />
        <span class="when">
          {{ occurrence().timestamp | moment }}
          @if (occurrence().weight > 1) {
            <span class="weight">stands for {{ occurrence().weight | count }}</span>
          }
        </span>
        <span class="what untrusted">{{ occurrence().message || 'no message' }}</span>
        <span class="who untrusted">{{ occurrence().userId ?? 'no user' }}</span>
      </summary>
      @if (opened()) {
        <sm-occurrence-detail [occurrence]="occurrence()" />
      }
    </details>
  `,
  styleUrl: './occurrence-row.css',
})
export class OccurrenceRow {
  readonly occurrence = input.required<Occurrence>();
  protected readonly opened = signal(false);
}
