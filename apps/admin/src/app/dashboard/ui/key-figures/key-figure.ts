import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../../shared/ui/icon/icon';
import type { IconName } from '../../../shared/ui/icon/icon-paths';
import type { Feed } from '../../../shared/util-feed/feed';

/** One number that sums the range up, with a second one that puts it into proportion. */
@Component({
  selector: 'sm-key-figure',
  imports: [Icon, RouterLink],
  templateUrl: './key-figure.html',
  styleUrl: './key-figure.css',
})
export class KeyFigure {
  readonly name = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly feed = input.required<Feed<unknown>>();
  readonly figure = input.required<string>();
  readonly beside = input.required<string>();
  /** The page with the rows behind the number. */
  readonly link = input<string>();

  protected readonly state = computed(() => {
    const { value, problem } = this.feed();
    if (value() !== undefined) return problem() ? 'stale' : 'fresh';
    return problem() ? 'problem' : 'loading';
  });
}
