import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ApiFailures } from '@scitex/monitoring-contracts';
import { userPage } from '../../shared/util-drill-down/rows-behind';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The users whose requests made calls that failed; each leads to what they did. */
@Component({
  selector: 'sm-affected-users',
  imports: [AgePipe, CountPipe, MomentPipe, RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the affected users">
      <table>
        <thead>
          <tr>
            <th scope="col">User</th>
            <th scope="col" class="numeric">Failed calls</th>
            <th scope="col" class="numeric">Last one</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.userId) {
            <tr>
              <th scope="row">
                <a class="untrusted" [routerLink]="row.page.path" [queryParams]="row.page.queryParams">{{
                  row.userId
                }}</a>
              </th>
              <td class="numeric">{{ row.count | count }}</td>
              <td class="numeric" [title]="row.lastSeen | moment">{{ row.lastSeen | age }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: '../../shared/ui/table/table.css',
})
export class AffectedUsers {
  readonly users = input.required<ApiFailures['users']>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() => {
    // The page is narrowed to a called endpoint, which no user asked for.
    const carried = { ...this.carried(), endpoint: null, method: null };
    return this.users().map((user) => ({ ...user, page: userPage(carried, user.userId) }));
  });
}
