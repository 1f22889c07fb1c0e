import { Component, computed, input, output } from '@angular/core';
import type { Account } from '@scitex/monitoring-contracts';
import { Icon } from '../shared/ui/icon/icon';

/** Who is signed in, and the way out. */
@Component({
  selector: 'sm-account-menu',
  imports: [Icon],
  template: `
    <span class="initial" aria-hidden="true">{{ initial() }}</span>
    <p>
      <strong class="untrusted">{{ account().name || account().email }}</strong>
      <span class="untrusted">{{ account().email }} · {{ account().role }}</span>
    </p>
    <button type="button" aria-label="Sign out" title="Sign out" (click)="signOut.emit()">
      <sm-icon name="signout" />
    </button>
  `,
  styleUrl: './account-menu.css',
})
export class AccountMenu {
  readonly account = input.required<Account>();
  readonly signOut = output();
  protected readonly initial = computed(() =>
    (this.account().name || this.account().email).charAt(0).toUpperCase(),
  );
}
