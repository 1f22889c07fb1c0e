import { Component, computed, input } from '@angular/core';
import type { Performance } from '@scitex/monitoring-contracts';
import { KeyFigure } from '../../shared/ui/key-figures/key-figure';
import { errorGroups, requestRows } from '../../shared/util-drill-down/rows-behind';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount, formatMs, formatPercent } from '../../shared/util-format/format';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The numbers that sum a route up, beside those of the period before. */
@Component({
  selector: 'sm-route-figures',
  imports: [KeyFigure],
  templateUrl: './route-figures.html',
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
      gap: var(--space-3);
    }
  `,
})
export class RouteFigures {
  readonly performance = input.required<Feed<Performance>>();

  private readonly carried = injectCarriedParams();
  protected readonly requests = computed(() => requestRows(this.carried()));
  protected readonly slowest = computed(() => requestRows(this.carried(), { sort: 'value', order: 'desc' }));
  protected readonly errors = computed(() => errorGroups(this.carried()));

  protected readonly now = computed(() => this.performance().value()?.summary);
  protected readonly before = computed(() => this.performance().value()?.previous?.summary);

  protected readonly formatCount = formatCount;
  protected readonly formatMs = formatMs;
  protected readonly formatPercent = formatPercent;
  protected readonly apdex = computed(() => `Apdex ${this.now()?.apdex?.toFixed(2) ?? '–'}`);
}
