import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApiFailures } from '@scitex/monitoring-contracts';
import { routeDashboard } from '../../shared/util-drill-down/rows-behind';
import { CountPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The routes whose requests made calls that failed; each leads to all about it. */
@Component({
  selector: 'sm-affected-routes',
  imports: [CountPipe, RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the affected routes">
      <table>
        <thead>
          <tr>
            <th scope="col">Route</th>
            <th scope="col" class="numeric">Failed calls</th>
            <th scope="col" class="numeric">Users</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track $index) {
            <tr>
              <th scope="row">
                <span class="method">{{ row.method }}</span>
                @if (row.page; as page) {
                  <a class="mono untrusted" [routerLink]="page.path" [queryParams]="page.queryParams">{{
                    row.endpoint
                  }}</a>
                } @else {
                  <span class="muted">no route</span>
                }
              </th>
              <td class="numeric">{{ row.count | count }}</td>
              <td class="numeric">{{ row.users | count }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../../shared/ui/table/table.css',
})
export class AffectedRoutes {
  readonly routes = input.required<ApiFailures['routes']>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.routes().map((route) => {
      const { endpoint, method } = route;
      // The page is narrowed to a called endpoint, and not to a route: that must not go along.
      const own = { method: method ?? '', endpoint: endpoint ?? '' };
      return { ...route, page: endpoint === null ? null : routeDashboard(this.carried(), own) };
    }),
  );
}
