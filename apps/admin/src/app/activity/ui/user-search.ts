import { Component, input } from '@angular/core';
import { injectOpen } from '../../shared/util-drill-down/open';
import { userPage } from '../../shared/util-drill-down/rows-behind';
import { injectCarriedParams } from '../../shared/util-scope/scope';

/** Leads to the page of the user whose id is typed. */
@Component({
  selector: 'sm-user-search',
  template: `
    <form role="search" class="glass" (submit)="$event.preventDefault(); find(words.value)">
      <div class="field">
        <label for="user-search">Find a user</label>
        <input
          #words
          id="user-search"
          type="search"
          maxlength="256"
          placeholder="The whole id, as your application gives it"
          [value]="user()"
        />
      </div>
      <button type="submit" class="button">Show</button>
    </form>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--space-3);
      padding: var(--space-4);
    }
    .field {
      flex: 1 1 14rem;
    }
  `,
})
export class UserSearch {
  readonly user = input('');

  private readonly open = injectOpen();
  private readonly carried = injectCarriedParams();

  protected find(user: string): void {
    if (user !== '') this.open(userPage(this.carried(), user));
  }
}
