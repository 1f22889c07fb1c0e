import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SlowRequest } from '@scitex/monitoring-contracts';
import { requestRow, userPage } from '../../shared/util-drill-down/rows-behind';
import { MomentPipe, MsPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The slowest requests of a route; each leads to its row, and from there to its trace. */
@Component({
  selector: 'sm-slow-requests',
  imports: [MomentPipe, MsPipe, RouterLink],
  templateUrl: './slow-requests.html',
  styleUrls: ['../../shared/ui/table/table.css', './route-table.css'],
})
export class SlowRequests {
  readonly requests = input.required<readonly SlowRequest[]>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.requests().map((request) => ({
      ...request,
      hasFailed: (request.statusCode ?? 0) >= 500,
      row: requestRow(this.carried(), request.id),
      user: request.userId === null ? null : userPage(this.carried(), request.userId),
    })),
  );
}
