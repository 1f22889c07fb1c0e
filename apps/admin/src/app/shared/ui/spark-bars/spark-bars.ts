import { Component, computed, input } from '@angular/core';
import { toBars } from './to-bars';

/** Counts over time as small bars, oldest first. */
@Component({
  selector: 'sm-spark-bars',
  template: `
    <svg viewBox="0 0 96 24" preserveAspectRatio="none" role="img" [attr.aria-label]="label()">
      @for (bar of bars(); track $index) {
        <rect rx="1" [attr.x]="bar.x" [attr.y]="bar.y" [attr.width]="bar.width" [attr.height]="bar.height" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    rect {
      fill: var(--accent);
    }
  `,
})
export class SparkBars {
  readonly counts = input.required<readonly number[]>();
  protected readonly bars = computed(() => toBars(this.counts()));
  protected readonly label = computed(() => `Trend, oldest first: ${this.counts().join(', ')}`);
}
