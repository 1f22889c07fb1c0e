import { Component, input, output } from '@angular/core';
import type { Login, Problem } from '@scitex/monitoring-contracts';

/** Asks for the credentials of a staff account. */
@Component({
  selector: 'sm-login-form',
  templateUrl: './login-form.html',
  styleUrl: './login-form.css',
})
export class LoginForm {
  readonly problem = input<Problem>();
  readonly busy = input(false);
  readonly login = output<Login>();

  protected submit(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    this.login.emit({ email: String(fields.get('email')).trim(), password: String(fields.get('password')) });
  }
}
