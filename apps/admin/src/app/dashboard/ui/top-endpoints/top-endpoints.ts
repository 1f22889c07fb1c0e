import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TopEndpoint } from '@scitex/monitoring-contracts';
import { errorGroups, routePage } from '../../../shared/util-drill-down/rows-behind';
import { CountPipe, MsPipe, RatePipe } from '../../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../../shared/util-scope/scope';

/** The busiest routes and how they fared; a route leads to its own page, its error rate to its errors. */
@Component({
  selector: 'sm-top-endpoints',
  imports: [CountPipe, MsPipe, RatePipe, RouterLink],
  templateUrl: './top-endpoints.html',
  styleUrl: './top-endpoints.css',
})
export class TopEndpoints {
  readonly endpoints = input.required<readonly TopEndpoint[]>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.endpoints().map(({ endpoint, method, ...figures }) => ({
      endpoint,
      method,
      ...figures,
      page: routePage(this.carried(), { endpoint, method }),
      errors: errorGroups(this.carried(), { endpoint, method }),
    })),
  );
}
