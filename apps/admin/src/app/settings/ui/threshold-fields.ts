import { Component, computed, input, output } from '@angular/core';
import { formatMs, formatPercent } from '../../shared/util-format/format';
import { checkName } from '../../shared/util-health/check-name';
import { errorsOf, type Field, isOwn, type ThresholdDraft, toDraft } from './threshold-draft';

/** The limits of one check. */
@Component({
  selector: 'sm-threshold-fields',
  templateUrl: './threshold-fields.html',
  styleUrl: './threshold-fields.css',
})
export class ThresholdFields {
  readonly draft = input.required<ThresholdDraft>();
  /** Whose limits count where the check has none of its own. */
  readonly usual = input.required<string>();
  readonly readOnly = input(false);
  readonly edited = output<ThresholdDraft>();

  protected readonly name = computed(() => checkName(this.draft().threshold.name));
  protected readonly errors = computed(() => errorsOf(this.draft()));
  protected readonly isOwn = computed(() => isOwn(this.draft()));

  protected readonly fields = computed(() => {
    const side = this.draft().threshold.worse === 'higher' ? 'above' : 'below';
    const start = this.draft().threshold.worse === 'higher' ? 'from' : 'at most';
    return [
      { field: 'warning', label: `Warning ${start}` },
      { field: 'critical', label: `Critical ${side}` },
    ] as const;
  });

  protected readonly inherited = computed(() => {
    const { unit, inherited } = this.draft().threshold;
    const format = unit === 'ms' ? formatMs : formatPercent;
    return `warning ${format(inherited.warning)}, critical ${format(inherited.critical)}`;
  });

  protected edit(field: Field, value: string): void {
    this.edited.emit({ ...this.draft(), [field]: value });
  }

  protected reset(): void {
    const { threshold } = this.draft();
    this.edited.emit(toDraft(threshold, threshold.inherited));
  }
}
