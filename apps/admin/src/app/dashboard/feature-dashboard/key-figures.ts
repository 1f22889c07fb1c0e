import { Component, computed, input } from '@angular/core';
import type { ApiUsage, Performance } from '@scitex/monitoring-contracts';
import { KeyFigure } from '../../shared/ui/key-figures/key-figure';
import { apiCallRows, errorGroups, requestRows } from '../../shared/util-drill-down/rows-behind';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount, formatMs, formatPercent, formatThroughput } from '../../shared/util-format/format';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The four numbers that sum the range up, beside those of the period before. */
@Component({
  selector: 'sm-key-figures',
  imports: [KeyFigure],
  templateUrl: './key-figures.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
      gap: var(--space-3);
    }
    @media (width >= 72rem) {
      :host {
        grid-template-columns: repeat(4, minmax(0, 1fr));
        gap: var(--space-4);
      }
    }
  `,
})
export class KeyFigures {
  readonly performance = input.required<Feed<Performance>>();
  readonly apiUsage = input.required<Feed<ApiUsage>>();

  private readonly carried = injectCarriedParams();
  protected readonly requests = computed(() => requestRows(this.carried()));
  protected readonly slowest = computed(() => requestRows(this.carried(), { sort: 'value', order: 'desc' }));
  protected readonly errors = computed(() => errorGroups(this.carried()));
  protected readonly apiCalls = computed(() => apiCallRows(this.carried()));

  protected readonly now = computed(() => this.performance().value()?.summary);
  protected readonly before = computed(() => this.performance().value()?.previous?.summary);
  protected readonly apis = computed(() => this.apiUsage().value()?.summary);
  protected readonly apisBefore = computed(() => this.apiUsage().value()?.previous?.summary);

  protected readonly formatCount = formatCount;
  protected readonly formatMs = formatMs;
  protected readonly formatPercent = formatPercent;

  protected readonly failed = computed(() => {
    const failures = this.performance()
      .value()
      ?.statusCodes.filter(({ statusCode }) => statusCode >= 500)
      .reduce((sum, { count }) => sum + count, 0);
    return `${formatCount(failures)} failed, status 500 or above`;
  });
  protected readonly throughput = computed(() => {
    const figures = this.performance().value();
    if (!figures) return '';
    const hours = (Date.parse(figures.range.to) - Date.parse(figures.range.from)) / 3_600_000;
    return formatThroughput(figures.summary.totalRequests / hours);
  });
}
