import { Component, computed, input } from '@angular/core';
import { FILTERS, type Suggestions } from '../../util-scope/filters';
import type { Scope } from '../../util-scope/scope';
import { type FilterChip, FilterChips } from '../filter-chips/filter-chips';
import { FilterMenu } from '../filter-menu/filter-menu';
import { TimeRange } from '../time-range/time-range';

interface Narrowing extends FilterChip {
  remove(): void;
}

/**
 * The top of a page: its name, a line about it (what is `beside` follows it), what can be done with it (projected), and what it looks at: the time it
 * covers and what that is narrowed to, both shared by all pages.
 */
@Component({
  selector: 'sm-page-head',
  imports: [FilterChips, FilterMenu, TimeRange],
  templateUrl: './page-head.html',
  styleUrl: './page-head.css',
})
export class PageHead {
  /** Text of the monitored apps too. */
  readonly heading = input.required<string>();
  readonly note = input('');
  readonly scope = input.required<Scope>();
  /** Values that the filters offer to choose from. */
  readonly suggestions = input<Suggestions>({});

  protected readonly chips = computed(() => [...this.span(), ...this.filters()]);

  private readonly span = computed<Narrowing[]>(() => {
    const { range, rangeName, cover } = this.scope();
    return 'from' in range() ? [{ name: 'time', value: rangeName(), remove: () => cover() }] : [];
  });

  private readonly filters = computed<Narrowing[]>(() => {
    const { filters, narrow } = this.scope();
    return FILTERS.flatMap((name) => {
      const value = filters()[name];
      return value === undefined ? [] : { name, value, remove: () => narrow({ [name]: null }) };
    });
  });
}
