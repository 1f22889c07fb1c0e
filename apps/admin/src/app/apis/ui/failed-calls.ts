import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApiFailures } from '@scitex/monitoring-contracts';
import { MomentPipe, MsPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import { failureWords } from './failure-words';

/** The newest calls that failed; the time of each leads to all of its row. */
@Component({
  selector: 'sm-failed-calls',
  imports: [MomentPipe, MsPipe, RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the newest failed calls">
      <table>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Called</th>
            <th scope="col">Why it failed</th>
            <th scope="col">App</th>
            <th scope="col" class="numeric">Took</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <td>
                <a [routerLink]="['/admin/api-usage-metrics', row.id]" [queryParams]="carried()">{{
                  row.timestamp | moment
                }}</a>
              </td>
              <td>
                <span class="method">{{ row.method }}</span>
                <span class="mono untrusted">{{ row.endpoint }}</span>
              </td>
              <td class="untrusted">{{ row.words }}</td>
              <td class="untrusted">{{ row.app }}</td>
              <td class="numeric">{{ row.responseTime | ms }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../../shared/ui/table/table.css',
})
export class FailedCalls {
  readonly calls = input.required<ApiFailures['newest']>();

  protected readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.calls().map((call) => ({ ...call, words: failureWords(call) })),
  );
}
