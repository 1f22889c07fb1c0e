import { Component, computed, ElementRef, inject, input, linkedSignal, output } from '@angular/core';
import type { EnvironmentThresholds, Limits } from '@scitex/monitoring-contracts';
import { errorsOf, isChanged, ownLimits, type ThresholdDraft, toDraft } from './threshold-draft';
import { ThresholdFields } from './threshold-fields';

/** The limits of an environment's checks. Newly read ones take the place of what stands in the form. */
@Component({
  selector: 'sm-threshold-form',
  imports: [ThresholdFields],
  templateUrl: './threshold-form.html',
  styleUrl: './threshold-form.css',
})
export class ThresholdForm {
  readonly known = input.required<EnvironmentThresholds>();
  readonly readOnly = input(false);
  readonly busy = input(false);
  /** What the environment is to have of its own. */
  readonly save = output<Limits[]>();

  protected readonly drafts = linkedSignal(() => this.known().thresholds.map((each) => toDraft(each)));
  protected readonly usual = computed(() =>
    this.known().environment === null ? 'Default' : 'As all environments',
  );
  protected readonly canReset = computed(() => ownLimits(this.drafts()).length > 0);
  /** Whether something would be lost by leaving. */
  readonly changed = computed(() => this.drafts().some(isChanged));

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected edit(draft: ThresholdDraft): void {
    this.drafts.update((drafts) => drafts.map((each) => (each.threshold === draft.threshold ? draft : each)));
  }

  protected resetAll(): void {
    this.drafts.update((drafts) => drafts.map(({ threshold }) => toDraft(threshold, threshold.inherited)));
  }

  protected discard(): void {
    this.drafts.set(this.known().thresholds.map((each) => toDraft(each)));
  }

  /** Leads to what is refused, rather than to send it. */
  protected submit(): void {
    if (this.busy() || !this.changed()) return;
    const isRefused = this.drafts().some((draft) => Object.keys(errorsOf(draft)).length > 0);
    if (isRefused) this.element.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    else this.save.emit(ownLimits(this.drafts()));
  }
}
