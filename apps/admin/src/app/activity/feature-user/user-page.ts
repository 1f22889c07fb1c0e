import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shared/ui/icon/icon';
import { LoadMore } from '../../shared/ui/load-more/load-more';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { firstText } from '../../shared/util-http/first-text';
import { injectScope } from '../../shared/util-scope/scope';
import { ActivityClient } from '../data/activity-client';
import { type TimelineQuery, toKind, unreadableKind, type UserQuery } from '../data/user-query';
import { TimelineRow } from '../ui/timeline-row';
import { UserFacts } from '../ui/user-facts';
import { UserSearch } from '../ui/user-search';

/** One user of the monitored applications: their requests, what they did, and the errors that hit them. */
@Component({
  selector: 'sm-user-page',
  imports: [
    EmptyNote,
    Icon,
    LoadMore,
    OutageNote,
    PageHead,
    Panel,
    RouterLink,
    TimelineRow,
    UserFacts,
    UserSearch,
  ],
  templateUrl: './user-page.html',
  styleUrl: './user-page.css',
})
export class UserPage {
  readonly user = input(undefined, { transform: firstText });
  readonly kind = input(undefined, { transform: toKind });

  private readonly client = inject(ActivityClient);
  private readonly ask = injectAddress();
  protected readonly scope = injectScope(unreadableKind);
  private readonly whose = computed<UserQuery>(() => ({ ...this.scope.query(), userId: this.user() }));
  private readonly asked = computed<TimelineQuery>(() => ({ ...this.whose(), kind: this.kind() }));
  protected readonly summary = this.client.user(this.whose);
  protected readonly timeline = this.client.timeline(this.asked);
  protected readonly feeds = [this.summary, this.timeline.first];

  protected show(kind: string): void {
    this.ask({ kind: kind || null });
  }

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }
}
