import { Component, computed, input } from '@angular/core';
import type { Health } from '@scitex/monitoring-contracts';
import { Icon } from '../../../shared/ui/icon/icon';
import { HEALTH_LOOKS } from './health-looks';
import { toCheckRow } from './check-row';

/** Whether the services are healthy, and why: each check with its value against its limits. */
@Component({
  selector: 'sm-health-card',
  imports: [Icon],
  templateUrl: './health-card.html',
  styleUrl: './health-card.css',
})
export class HealthCard {
  readonly health = input.required<Health>();

  protected readonly looks = HEALTH_LOOKS;
  protected readonly look = computed(() => HEALTH_LOOKS[this.health().healthStatus]);
  protected readonly rows = computed(() => this.health().checks.map(toCheckRow));
}
