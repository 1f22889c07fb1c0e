import { Component, computed, input } from '@angular/core';
import type { ApiUsage, Performance } from '@scitex/monitoring-contracts';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount, formatMs, formatPercent, formatThroughput } from '../../shared/util-format/format';
import { KeyFigure } from '../ui/key-figures/key-figure';

/** The four numbers that sum the range up. */
@Component({
  selector: 'sm-key-figures',
  imports: [KeyFigure],
  template: `
    <sm-key-figure
      name="Requests"
      icon="globe"
      [feed]="performance()"
      [figure]="requests()"
      [beside]="throughput()"
    />
    <sm-key-figure
      name="Error rate"
      icon="alert"
      link="/errors"
      [feed]="performance()"
      [figure]="errorRate()"
      [beside]="failed()"
    />
    <sm-key-figure
      name="Average response time"
      icon="timer"
      [feed]="performance()"
      [figure]="average()"
      [beside]="'p95 ' + p95()"
    />
    <sm-key-figure
      name="API success rate"
      icon="gauge"
      [feed]="apiUsage()"
      [figure]="success()"
      [beside]="calls()"
    />
  `,
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

  private readonly summary = computed(() => this.performance().value()?.summary);
  private readonly apis = computed(() => this.apiUsage().value()?.summary);

  protected readonly requests = computed(() => formatCount(this.summary()?.totalRequests));
  protected readonly errorRate = computed(() => formatPercent(this.summary()?.errorRate));
  protected readonly average = computed(() => formatMs(this.summary()?.avgResponseTime));
  protected readonly p95 = computed(() => formatMs(this.summary()?.p95));
  protected readonly success = computed(() => formatPercent(this.apis()?.successRate));
  protected readonly calls = computed(() => `${formatCount(this.apis()?.totalCalls)} outbound calls`);
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
