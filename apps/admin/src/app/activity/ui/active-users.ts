import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { activityRows, userPage } from '../../shared/util-drill-down/rows-behind';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The most active users. A user leads to all that they did, a count to its activities. */
@Component({
  selector: 'sm-active-users',
  imports: [AgePipe, CountPipe, MomentPipe, RouterLink],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="Table of the most active users">
      <table>
        <thead>
          <tr>
            <th scope="col">User</th>
            <th scope="col" class="numeric">Activities</th>
            <th scope="col" class="numeric">Last seen</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.userId) {
            <tr>
              <th scope="row">
                <a class="untrusted" [routerLink]="row.page.path" [queryParams]="row.page.queryParams">{{
                  row.userLabel || row.userId
                }}</a>
                @if (row.userLabel) {
                  <span class="muted untrusted id">{{ row.userId }}</span>
                }
              </th>
              <td class="numeric">
                <a
                  [routerLink]="row.activities.path"
                  [queryParams]="row.activities.queryParams"
                  [attr.aria-label]="(row.count | count) + ' activities of ' + row.userId"
                  >{{ row.count | count }}</a
                >
              </td>
              <td class="numeric" [title]="row.lastSeen | moment">{{ row.lastSeen | age }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrls: ['../../shared/ui/table/table.css', './table.css'],
  styles: `
    .id {
      margin-inline-start: var(--space-2);
      font-size: var(--text-xs);
    }
  `,
})
export class ActiveUsers {
  readonly users = input.required<UserActivitySummary['activeUsers']>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.users().map((user) => ({
      ...user,
      page: userPage(this.carried(), user.userId),
      activities: activityRows(this.carried(), { userId: user.userId }),
    })),
  );
}
