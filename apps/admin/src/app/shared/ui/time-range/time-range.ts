import { Component, computed, input, output } from '@angular/core';
import { type Range, rangeLabel, RANGES } from '../../util-range/range';

/** Chooses how far a page looks back. A range that is not offered, of a shared address, is shown besides those that are. */
@Component({
  selector: 'sm-time-range',
  template: `
    <select aria-label="Time range" #select (change)="chosen.emit(+select.value)">
      @for (offer of ranges; track offer.hours) {
        <option [value]="offer.hours" [selected]="offer === offered()">{{ offer.label }}</option>
      }
      @if (!offered()) {
        <option value="" selected>{{ label() }}</option>
      }
    </select>
  `,
  host: { class: 'field' },
})
export class TimeRange {
  readonly range = input.required<Range>();
  /** The hours of an offered range. */
  readonly chosen = output<number>();

  protected readonly ranges = RANGES;
  protected readonly label = computed(() => rangeLabel(this.range()));
  protected readonly offered = computed(() => {
    const range = this.range();
    return RANGES.find(({ hours }) => 'hours' in range && hours === range.hours);
  });
}
