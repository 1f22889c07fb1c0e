import { Component, computed, input } from '@angular/core';
import type { Deploy } from '@scitex/monitoring-contracts';
import { AgePipe, MomentPipe } from '../../util-format/format.pipes';

/** One deploy: which release of what, when, and what was said of it. */
@Component({
  selector: 'sm-deploy-row',
  imports: [AgePipe, MomentPipe],
  template: `
    <p>
      @if (deploy().url; as url) {
        <a class="untrusted" [href]="url" rel="noopener noreferrer">{{ deploy().release }}</a>
      } @else {
        <strong class="untrusted">{{ deploy().release }}</strong>
      }
      <span class="muted"
        >, {{ how() }}
        <time [attr.datetime]="deploy().timestamp" [title]="deploy().timestamp | moment">{{
          deploy().timestamp | age
        }}</time></span
      >
    </p>
    <p class="where muted">
      <bdi class="untrusted">{{ deploy().app }}</bdi> ·
      <bdi class="untrusted">{{ deploy().environment }}</bdi>
    </p>
    @if (deploy().note; as note) {
      <p class="untrusted">{{ note }}</p>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding-inline-start: var(--space-3);
      border-inline-start: 3px solid var(--hairline);
      font-size: var(--text-sm);
    }
    a,
    strong {
      font-weight: 600;
    }
    .where {
      font-size: var(--text-xs);
    }
  `,
})
export class DeployRow {
  readonly deploy = input.required<Deploy>();
  protected readonly how = computed(() => (this.deploy().source === 'posted' ? 'deployed' : 'first seen'));
}
