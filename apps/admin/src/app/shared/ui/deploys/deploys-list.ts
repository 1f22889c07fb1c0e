import { Component, computed, input } from '@angular/core';
import type { Deploys } from '@scitex/monitoring-contracts';
import { formatCount } from '../../util-format/format';
import { DeployRow } from './deploy-row';

/** The deploys of a range, the newest first: what the marks in its charts mean. */
@Component({
  selector: 'sm-deploys-list',
  imports: [DeployRow],
  template: `
    <div class="scroll" tabindex="0" role="group" aria-label="List of the deploys">
      <ul>
        @for (deploy of deploys().deploys; track deploy.id) {
          <li><sm-deploy-row [deploy]="deploy" /></li>
        }
      </ul>
    </div>
    @if (newest(); as words) {
      <p class="muted">{{ words }}</p>
    }
  `,
  styles: `
    .scroll {
      max-height: 15rem;
      overflow-y: auto;
    }
    ul {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr));
      gap: var(--space-3) var(--space-4);
    }
    p {
      margin-top: var(--space-3);
      font-size: var(--text-sm);
    }
  `,
})
export class DeploysList {
  readonly deploys = input.required<Deploys>();

  /** Said where there are more than are listed and marked. */
  protected readonly newest = computed(() => {
    const { total, deploys } = this.deploys();
    return total > deploys.length
      ? `The newest ${formatCount(deploys.length)} of ${formatCount(total)}: choose a shorter time range, or one app.`
      : undefined;
  });
}
