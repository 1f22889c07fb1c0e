import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RouteUser } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { requestRows, userPage } from '../../shared/util-drill-down/rows-behind';
import { formatMs } from '../../shared/util-format/format';
import { CountPipe, MsPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The users of a route, and for whom of them it became slower. A user leads to all they did, a count to the requests. */
@Component({
  selector: 'sm-route-users',
  imports: [Change, CountPipe, MsPipe, RatePipe, RouterLink],
  templateUrl: './route-users.html',
  styleUrls: ['../../shared/ui/table/table.css', './route-table.css'],
})
export class RouteUsers {
  readonly users = input.required<readonly RouteUser[]>();

  private readonly carried = injectCarriedParams();
  protected readonly formatMs = formatMs;
  protected readonly rows = computed(() =>
    this.users().map((user) => ({
      ...user,
      page: userPage(this.carried(), user.userId),
      requests: requestRows(this.carried(), { userId: user.userId }),
    })),
  );
}
