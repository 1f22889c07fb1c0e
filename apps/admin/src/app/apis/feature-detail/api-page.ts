import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DeploysClient } from '../../shared/data-deploys/deploys-client';
import { BarList } from '../../shared/ui/chart/bar-list';
import type { TimeSpan } from '../../shared/ui/chart/time-series';
import { Icon } from '../../shared/ui/icon/icon';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { toMarks } from '../../shared/util-deploys/to-marks';
import { injectOpen } from '../../shared/util-drill-down/open';
import { apiCallRows, apiList } from '../../shared/util-drill-down/rows-behind';
import { firstText } from '../../shared/util-http/first-text';
import { injectScope } from '../../shared/util-scope/scope';
import { ApisClient } from '../data/apis-client';
import { AffectedRoutes } from '../ui/affected-routes';
import { AffectedUsers } from '../ui/affected-users';
import { ApiFigures } from '../ui/api-figures';
import { reasonBars, statusBars } from '../ui/call-bars';
import { CallCounts } from '../ui/call-counts';
import { CallTimes } from '../ui/call-times';
import { CalledEndpoints } from '../ui/called-endpoints';
import { FailedCalls } from '../ui/failed-calls';
import { RateLimitCard } from '../ui/rate-limit-card';
import { topOf, withinFailures } from '../ui/failure-notes';

const toName = (value: unknown) => firstText(value) ?? '';

/** One external API: how its calls fared, why they failed and for whom, and how much of its rate limit is left. */
@Component({
  selector: 'sm-api-page',
  imports: [
    AffectedRoutes,
    AffectedUsers,
    ApiFigures,
    BarList,
    CallCounts,
    CalledEndpoints,
    CallTimes,
    EmptyNote,
    FailedCalls,
    Icon,
    OutageNote,
    PageHead,
    Panel,
    RateLimitCard,
    RouterLink,
  ],
  templateUrl: './api-page.html',
  styleUrl: './api-page.css',
})
export class ApiPage {
  readonly api = input('', { transform: toName });

  private readonly open = injectOpen();
  protected readonly scope = injectScope();
  protected readonly all = computed(() => apiList(this.scope.params()));
  protected readonly detail = inject(ApisClient).detail(this.scope.query, this.api);
  private readonly deploys = inject(DeploysClient).deploys(this.scope.query);
  protected readonly marks = computed(() => toMarks(this.deploys.value()?.deploys ?? []));

  private readonly found = this.detail.value;
  protected readonly statuses = computed(() => {
    const api = this.found();
    return api ? statusBars(api, this.scope.params()) : [];
  });
  protected readonly reasons = computed(() => {
    const api = this.found();
    return api ? reasonBars(api, this.scope.params()) : [];
  });
  protected readonly failuresNote = computed(() => withinFailures(this.found()));
  protected readonly routesNote = computed(() => {
    const failures = this.found()?.failures;
    return failures && topOf(failures.routes.length, failures.totalRoutes, 'route');
  });
  protected readonly usersNote = computed(() => {
    const failures = this.found()?.failures;
    return failures && topOf(failures.users.length, failures.totalUsers, 'user');
  });

  protected openCalls(span: TimeSpan): void {
    this.open(apiCallRows(this.scope.params(), { apiName: this.api(), ...span }));
  }
}
