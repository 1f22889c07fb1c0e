import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Change } from '../change/change';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';
import type { Good } from '../../util-change/change';
import type { Target } from '../../util-drill-down/rows-behind';
import type { Feed } from '../../util-feed/feed';

type Figure = number | null | undefined;

/** One number that sums the range up, how it was in the period before, and a second one that puts it into proportion. */
@Component({
  selector: 'sm-key-figure',
  imports: [Change, Icon, RouterLink],
  templateUrl: './key-figure.html',
  styleUrl: './key-figure.css',
})
export class KeyFigure {
  readonly name = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly feed = input.required<Feed<unknown>>();
  readonly value = input.required<Figure>();
  /** The number in the period before; nothing where it was not asked for. */
  readonly before = input.required<Figure>();
  readonly format = input.required<(value: Figure) => string>();
  /** Which direction of the number is good. */
  readonly good = input<Good>();
  readonly beside = input.required<string>();
  /** The page with the rows behind the number. */
  readonly target = input.required<Target>();
  /** What that page shows. @example 'the errors' */
  readonly rows = input.required<string>();

  protected readonly figure = computed(() => this.format()(this.value()));
  protected readonly state = computed(() => {
    const { value, problem } = this.feed();
    if (value() !== undefined) return problem() ? 'stale' : 'fresh';
    return problem() ? 'problem' : 'loading';
  });
}
