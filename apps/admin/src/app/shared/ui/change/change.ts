import { Component, computed, input } from '@angular/core';
import { changeOf, type Good } from '../../util-change/change';
import { formatCount, formatShare } from '../../util-format/format';

const ARROWS = { up: '▲', down: '▼', same: '=' } as const;
const WORDS = { up: 'up', down: 'down', same: 'unchanged' } as const;

/** How a figure moved since the period before: an arrow, how much, whether that is good, and what it was. Nothing where that is not known. */
@Component({
  selector: 'sm-change',
  template: `
    @if (shown(); as shown) {
      <span [attr.data-verdict]="shown.verdict">
        <span aria-hidden="true">{{ shown.arrow }}</span>
        <span class="visually-hidden">{{ shown.word }}</span>
        {{ shown.amount }} {{ shown.verdict }}
      </span>
      <span>was {{ shown.before }}</span>
    }
  `,
  styleUrl: './change.css',
})
export class Change {
  readonly value = input.required<number | null | undefined>();
  /** The same figure in the period before. */
  readonly before = input.required<number | null | undefined>();
  readonly good = input<Good>();
  readonly format = input<(value: number) => string>(formatCount);

  protected readonly shown = computed(() => {
    const [value, before] = [this.value(), this.before()];
    if (value == null || before == null) return undefined;
    const { direction, percent, verdict } = changeOf(value, before, this.good());
    return {
      verdict,
      arrow: ARROWS[direction],
      word: WORDS[direction],
      amount: direction === 'same' || percent === undefined ? '' : formatShare(percent),
      before: this.format()(before),
    };
  });
}
