import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ErrorList } from '@scitex/monitoring-contracts';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { Panel } from '../../shared/ui/panel/panel';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount } from '../../shared/util-format/format';
import { RecentError } from './recent-error';

/** The errors that occurred last. */
@Component({
  selector: 'sm-recent-errors',
  imports: [EmptyNote, Panel, RecentError, RouterLink],
  template: `
    <sm-panel heading="Recent errors" [feed]="errors()">
      <a panelAside routerLink="/errors" queryParamsHandling="preserve" class="all">
        {{ all() }}
      </a>
      @for (error of errors().value()?.items; track error.id) {
        <sm-recent-error [error]="error" />
      } @empty {
        <sm-empty-note icon="check" heading="No errors">
          Nothing broke in this time range: {{ range() }}.
        </sm-empty-note>
      }
    </sm-panel>
  `,
  styles: `
    .all {
      font-size: var(--text-sm);
      font-weight: 600;
    }
    sm-panel {
      --panel-content: 12rem;
    }
  `,
})
export class RecentErrors {
  readonly errors = input.required<Feed<ErrorList>>();
  readonly range = input.required<string>();
  protected readonly all = computed(() => {
    const list = this.errors().value();
    return list ? `All errors (${formatCount(list.total)})` : 'All errors';
  });
}
