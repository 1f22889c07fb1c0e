import { Component, computed, input } from '@angular/core';
import type { ApiDetail } from '@scitex/monitoring-contracts';
import { KeyFigure } from '../../shared/ui/key-figure/key-figure';
import { apiCallRows } from '../../shared/util-drill-down/rows-behind';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount, formatMs, formatPercent, formatThroughput } from '../../shared/util-format/format';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The numbers that sum an API up, beside those of the period before. */
@Component({
  selector: 'sm-api-figures',
  imports: [KeyFigure],
  templateUrl: './api-figures.html',
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
export class ApiFigures {
  readonly apiName = input.required<string>();
  readonly api = input.required<Feed<ApiDetail>>();

  private readonly carried = injectCarriedParams();
  protected readonly calls = computed(() => apiCallRows(this.carried(), { apiName: this.apiName() }));
  protected readonly failures = computed(() =>
    apiCallRows(this.carried(), { apiName: this.apiName(), success: false }),
  );
  protected readonly slowest = computed(() =>
    apiCallRows(this.carried(), { apiName: this.apiName(), sort: 'responseTime', order: 'desc' }),
  );
  protected readonly now = computed(() => this.api().value()?.summary);
  protected readonly before = computed(() => this.api().value()?.previous?.summary);
  protected readonly throughput = computed(() => {
    const api = this.api().value();
    if (!api) return '';
    const hours = (Date.parse(api.range.to) - Date.parse(api.range.from)) / 3_600_000;
    return formatThroughput(api.summary.count / hours);
  });

  protected readonly formatCount = formatCount;
  protected readonly formatMs = formatMs;
  protected readonly formatPercent = formatPercent;
}
