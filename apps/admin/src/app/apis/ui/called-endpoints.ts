import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApiDetail } from '@scitex/monitoring-contracts';
import { apiCallRows } from '../../shared/util-drill-down/rows-behind';
import { CountPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** What was called at an API, and how it fared; each figure leads to its calls. */
@Component({
  selector: 'sm-called-endpoints',
  imports: [CountPipe, MsPipe, RatePipe, RouterLink],
  templateUrl: './called-endpoints.html',
  styleUrl: '../../shared/ui/table/table.css',
})
export class CalledEndpoints {
  readonly api = input.required<ApiDetail>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() => {
    const { apiName, endpoints } = this.api();
    return endpoints.map((called) => {
      const { endpoint, method } = called;
      return {
        ...called,
        calls: apiCallRows(this.carried(), { apiName, endpoint, method }),
        failures: apiCallRows(this.carried(), { apiName, endpoint, method, success: false }),
      };
    });
  });
}
