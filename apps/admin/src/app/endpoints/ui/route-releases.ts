import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RouteRelease } from '@scitex/monitoring-contracts';
import { requestRows } from '../../shared/util-drill-down/rows-behind';
import { CountPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** How a route fared in each release; a release leads to its requests. */
@Component({
  selector: 'sm-route-releases',
  imports: [CountPipe, MsPipe, RatePipe, RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Table of releases">
      <table>
        <thead>
          <tr>
            <th scope="col">Release</th>
            <th scope="col" class="numeric">Requests</th>
            <th scope="col" class="numeric">Error rate</th>
            <th scope="col" class="numeric">p95</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.release) {
            <tr>
              <th scope="row">
                <a class="untrusted" [routerLink]="row.target.path" [queryParams]="row.target.queryParams">{{
                  row.release ?? 'not named'
                }}</a>
              </th>
              <td class="numeric">{{ row.count | count }}</td>
              <td class="numeric" [class.failing]="row.errorRate > 0">{{ row.errorRate | rate }}</td>
              <td class="numeric">{{ row.p95 | ms }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrls: ['../../shared/ui/table/table.css', './route-table.css'],
  // The panel is narrow, and names of releases are short.
  styles: 'tbody th { min-width: 4.5rem; }',
})
export class RouteReleases {
  readonly releases = input.required<readonly RouteRelease[]>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.releases().map((row) => ({
      ...row,
      target: requestRows(
        this.carried(),
        row.release === null ? { empty: 'release' } : { release: row.release },
      ),
    })),
  );
}
