import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UserSummary } from '@scitex/monitoring-contracts';
import { activityRows, errorRows, requestRows } from '../../shared/util-drill-down/rows-behind';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** How much one user did; a count leads to its rows. */
@Component({
  selector: 'sm-user-facts',
  imports: [AgePipe, CountPipe, MomentPipe, RouterLink],
  template: `
    <p>
      <strong class="untrusted">{{ user().userLabel || user().userId }}</strong>
      @if (user().userLabel) {
        <span class="muted mono untrusted">{{ user().userId }}</span>
      }
    </p>
    <dl>
      @for (figure of figures(); track figure.name) {
        <div>
          <dt>{{ figure.name }}</dt>
          <dd>
            <a
              [routerLink]="figure.rows.path"
              [queryParams]="figure.rows.queryParams"
              [attr.aria-label]="(figure.count | count) + ' ' + figure.name.toLowerCase() + ', show the rows'"
              >{{ figure.count | count }}</a
            >
          </dd>
        </div>
      }
      <div>
        <dt>Sessions</dt>
        <dd>{{ user().sessions | count }}</dd>
      </div>
      <div>
        <dt>First seen</dt>
        <dd [title]="user().firstSeen | moment">{{ user().firstSeen | age }}</dd>
      </div>
      <div>
        <dt>Last seen</dt>
        <dd [title]="user().lastSeen | moment">{{ user().lastSeen | age }}</dd>
      </div>
    </dl>
  `,
  styles: `
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-3);
      margin-bottom: var(--space-3);
    }
    strong {
      font-size: 1.125rem;
    }
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr));
      gap: var(--space-3) var(--space-4);
    }
    dt {
      color: var(--muted);
      font-size: var(--text-xs);
    }
    dd {
      font-size: 1.125rem;
      font-weight: 650;
    }
    a {
      color: inherit;
    }
    a:not(:hover) {
      text-decoration-color: var(--border);
    }
  `,
})
export class UserFacts {
  readonly user = input.required<UserSummary>();

  private readonly carried = injectCarriedParams();
  protected readonly figures = computed(() => {
    const { userId, requests, activities, errors } = this.user();
    const of = { userId };
    return [
      { name: 'Requests', count: requests, rows: requestRows(this.carried(), of) },
      { name: 'Activities', count: activities, rows: activityRows(this.carried(), of) },
      { name: 'Errors', count: errors, rows: errorRows(this.carried(), of) },
    ];
  });
}
