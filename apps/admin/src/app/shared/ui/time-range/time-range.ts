import { Component, input, output } from '@angular/core';
import { RANGES } from '../../util-range/range';

/** Chooses how far a page looks back. */
@Component({
  selector: 'sm-time-range',
  template: `
    <select aria-label="Time range" #select (change)="chosen.emit(+select.value)">
      @for (range of ranges; track range.hours) {
        <option [value]="range.hours" [selected]="range.hours === hours()">{{ range.label }}</option>
      }
    </select>
  `,
  host: { class: 'field' },
})
export class TimeRange {
  readonly hours = input.required<number>();
  readonly chosen = output<number>();
  protected readonly ranges = RANGES;
}
