import { Component, computed, inject, input } from '@angular/core';
import { ThemeChoice } from '../../util-theme/theme';
import { chartTheme } from './chart-theme';
import type { TimeSeries } from './time-series';

/** What each line of a chart is. For the eye: the table beside the chart names them too. */
@Component({
  selector: 'sm-chart-legend',
  template: `
    <ul aria-hidden="true">
      @for (entry of entries(); track entry.name) {
        <li><i [attr.data-look]="entry.look" [style.color]="entry.color"></i>{{ entry.name }}</li>
      }
    </ul>
  `,
  styleUrl: './chart-legend.css',
})
export class ChartLegend {
  readonly series = input.required<readonly TimeSeries[]>();

  private readonly theme = inject(ThemeChoice);
  protected readonly entries = computed(() => {
    const colors = chartTheme(this.theme.scheme());
    const series = this.series();
    const compared = series.some(({ previous }) => previous !== undefined);
    const before = { name: 'previous period', look: 'line', color: colors.previous };
    return [
      ...series.map(({ name, look, color }) => ({ name, look, color: colors[color] })),
      ...(compared ? [before] : []),
    ];
  });
}
