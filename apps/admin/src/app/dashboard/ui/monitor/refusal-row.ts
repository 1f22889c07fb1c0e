import { Component, computed, input, signal } from '@angular/core';
import type { Refusal } from '@scitex/monitoring-contracts';
import { Icon } from '../../../shared/ui/icon/icon';
import { RawText } from '../../../shared/ui/raw-text/raw-text';
import { AgePipe, MomentPipe } from '../../../shared/util-format/format.pipes';
import { countInWords, reasonInWords } from './refusal-words';
import { visibleText } from './visible-text';

/** One reason for which events were refused: how many, when, and on demand the last of them. */
@Component({
  selector: 'sm-refusal-row',
  imports: [AgePipe, Icon, MomentPipe, RawText],
  templateUrl: './refusal-row.html',
  styleUrl: './refusal-row.css',
})
export class RefusalRow {
  readonly refusal = input.required<Refusal>();

  protected readonly opened = signal(false);
  protected readonly count = computed(() => countInWords(this.refusal()));
  protected readonly reason = computed(() => reasonInWords(this.refusal().reason));
  protected readonly example = computed(() => visibleText(this.refusal().example));
}
