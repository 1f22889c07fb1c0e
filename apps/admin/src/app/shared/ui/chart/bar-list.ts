import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectOpen } from '../../util-drill-down/open';
import type { Target } from '../../util-drill-down/rows-behind';
import { CountPipe } from '../../util-format/format.pipes';
import { ThemeChoice } from '../../util-theme/theme';
import { Chart } from './chart';
import { chartTheme } from './chart-theme';
import { toBarChart } from './to-bar-chart';

export interface BarLink {
  readonly name: string;
  readonly count: number;
  /** The rows that are counted. */
  readonly target: Target;
}

/** Counts as lying bars, each between its name and its figure; name and bar lead to what is counted. */
@Component({
  selector: 'sm-bar-list',
  imports: [Chart, CountPipe, RouterLink],
  templateUrl: './bar-list.html',
  styleUrl: './bar-list.css',
})
export class BarList {
  readonly bars = input.required<readonly BarLink[]>();
  /** What is counted. @example 'activities' */
  readonly unit = input.required<string>();
  readonly label = input.required<string>();

  protected readonly open = injectOpen();
  private readonly theme = inject(ThemeChoice);
  protected readonly configuration = computed(() =>
    toBarChart(this.bars(), this.unit(), chartTheme(this.theme.scheme())),
  );
}
