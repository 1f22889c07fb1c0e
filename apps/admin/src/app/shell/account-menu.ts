import { Component, computed, input, output } from '@angular/core';
import type { Account } from '@scitex/monitoring-contracts';
import { Icon } from '../shared/ui/icon/icon';

/** Who is signed in, what is theirs to choose (projected), and the way out. */
@Component({
  selector: 'sm-account-menu',
  imports: [Icon],
  template: `
    <div class="account">
      <span class="initial" aria-hidden="true">{{ initial() }}</span>
      <p>
        <strong class="untrusted">{{ account().name || account().email }}</strong>
        <span class="untrusted" [title]="account().email">{{ account().email }}</span>
        <span>{{ account().role }}</span>
      </p>
    </div>
    <div class="actions">
      <ng-content />
      <button type="button" (click)="signOut.emit()"><sm-icon name="signout" />Sign out</button>
    </div>
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
