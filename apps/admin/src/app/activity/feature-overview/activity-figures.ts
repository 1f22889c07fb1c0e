import { Component, computed, input } from '@angular/core';
import type { UserActivitySummary } from '@scitex/monitoring-contracts';
import { KeyFigure } from '../../shared/ui/key-figure/key-figure';
import { activityRows } from '../../shared/util-drill-down/rows-behind';
import type { Feed } from '../../shared/util-feed/feed';
import { formatCount } from '../../shared/util-format/format';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** The numbers that sum the range up, beside those of the period before. */
@Component({
  selector: 'sm-activity-figures',
  imports: [KeyFigure],
  template: `
    @for (figure of figures(); track figure.name) {
      <sm-key-figure
        [name]="figure.name"
        [icon]="figure.icon"
        [feed]="feed()"
        [value]="figure.value"
        [before]="figure.before"
        [beside]="figure.beside"
        [format]="format"
        [target]="rows()"
        rows="the activities"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 10rem), 1fr));
      gap: var(--space-3);
    }
    @media (width >= 72rem) {
      :host {
        gap: var(--space-4);
      }
    }
  `,
})
export class ActivityFigures {
  readonly feed = input.required<Feed<UserActivitySummary>>();

  private readonly carried = injectCarriedParams();
  protected readonly rows = computed(() => activityRows(this.carried()));
  protected readonly format = formatCount;
  protected readonly figures = computed(() => {
    const { summary, previous } = this.feed().value() ?? {};
    const before = previous?.summary;
    return [
      {
        ...{ name: 'Activities', icon: 'activity' as const },
        ...{ value: summary?.totalActivities, before: before?.totalActivities },
        beside: each(summary?.totalActivities, summary?.sessions, 'in a session'),
      },
      {
        ...{ name: 'Active users', icon: 'person' as const },
        ...{ value: summary?.activeUsers, before: before?.activeUsers },
        beside: 'signed in, and did something',
      },
      {
        ...{ name: 'Sessions', icon: 'timer' as const },
        ...{ value: summary?.sessions, before: before?.sessions },
        beside: each(summary?.sessions, summary?.activeUsers, 'by a user'),
      },
    ];
  });
}

const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** @example each(30, 20, 'by a user') // '1.5 by a user on average' */
function each(count: number | undefined, of: number | undefined, words: string): string {
  return count && of ? `${tenths.format(count / of)} ${words} on average` : '';
}
