import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ErrorGroup } from '@scitex/monitoring-contracts';
import { SeverityBadge } from '../../shared/ui/badges/severity-badge';
import { StatusBadge } from '../../shared/ui/badges/status-badge';
import { errorGroup } from '../../shared/util-drill-down/rows-behind';
import { ErrorNamePipe } from '../../shared/util-format/error-name';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** What broke on a route; each leads to its own page. */
@Component({
  selector: 'sm-route-errors',
  imports: [AgePipe, CountPipe, ErrorNamePipe, MomentPipe, RouterLink, SeverityBadge, StatusBadge],
  templateUrl: './route-errors.html',
  styleUrls: ['../../shared/ui/table/table.css', './route-table.css'],
})
export class RouteErrors {
  readonly errors = input.required<readonly ErrorGroup[]>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() =>
    this.errors().map((error) => ({ error, page: errorGroup(this.carried(), error.id) })),
  );
}
