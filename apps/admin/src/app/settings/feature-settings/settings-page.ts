import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { hasRole, type Limits, type Problem, type Thresholds } from '@scitex/monitoring-contracts';
import { Session } from '../../shared/data-session/session';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { Panel } from '../../shared/ui/panel/panel';
import { MomentPipe } from '../../shared/util-format/format.pipes';
import { toProblem } from '../../shared/util-http/problem';
import { injectScope } from '../../shared/util-scope/scope';
import { ThresholdsClient } from '../data/thresholds-client';
import { ThresholdForm } from '../ui/threshold-form';

const CONFLICT = 409;

/** What the health of an environment is judged by: of which one, its address says, as on all pages. */
@Component({
  selector: 'sm-settings-page',
  imports: [EmptyNote, MomentPipe, Panel, ThresholdForm],
  templateUrl: './settings-page.html',
  styleUrl: './settings-page.css',
  host: { '(window:beforeunload)': 'changed() && $event.preventDefault()' },
})
export class SettingsPage {
  private readonly client = inject(ThresholdsClient);
  private readonly scope = injectScope();
  private readonly form = viewChild(ThresholdForm);
  protected readonly account = inject(Session).account;

  protected readonly feed = this.client.list();
  private readonly thresholds = linkedSignal<Thresholds | undefined>(() => this.feed.value());
  protected readonly environments = computed(() => this.thresholds()?.environments ?? []);
  protected readonly environment = computed(() => this.scope.filters().environment ?? null);
  protected readonly known = computed(() =>
    this.environments().find(({ environment }) => environment === this.environment()),
  );

  protected readonly readOnly = computed(() => !hasRole(this.account()?.role ?? 'viewer', 'admin'));
  protected readonly busy = signal(false);
  protected readonly problem = linkedSignal<unknown, Problem | undefined>({
    source: this.known,
    computation: () => undefined,
  });
  protected readonly isConflict = computed(() => this.problem()?.status === CONFLICT);
  protected readonly saved = signal(false);

  /** Whether something would be lost by leaving. */
  readonly changed = computed(() => this.form()?.changed() ?? false);

  protected choose(environment: string): void {
    this.saved.set(false);
    this.scope.narrow({ environment });
  }

  protected async save(thresholds: Limits[]): Promise<void> {
    const { environment, version } = this.known() ?? { environment: null, version: 0 };
    this.busy.set(true);
    this.saved.set(false);
    this.problem.set(undefined);
    try {
      this.thresholds.set(await this.client.put({ environment, version, thresholds }));
      this.saved.set(true);
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
