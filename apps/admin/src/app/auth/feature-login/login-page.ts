import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { Login, Problem } from '@scitex/monitoring-contracts';
import { Session } from '../../shared/data-session/session';
import { ThemeSwitch } from '../../shared/ui/theme-switch/theme-switch';
import { toProblem } from '../../shared/util-http/problem';
import { ThemeChoice } from '../../shared/util-theme/theme';
import { LoginForm } from '../ui/login-form';
import { toPath } from './to-path';

/** Signs in and goes on to the page that was asked for. */
@Component({
  selector: 'sm-login-page',
  imports: [LoginForm, ThemeSwitch],
  template: `
    <main>
      <section class="glass" aria-labelledby="title">
        <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
          <rect width="32" height="32" rx="9" />
          <path d="M5 17h5l3-8 5 15 4-10 1.6 3H27" />
        </svg>
        <h1 id="title">SciTeX Monitoring</h1>
        <p>Sign in with your staff account.</p>
        <sm-login-form [problem]="problem()" [busy]="busy()" (login)="signIn($event)" />
      </section>
      <sm-theme-switch [value]="theme.theme()" (chosen)="theme.choose($event)" />
    </main>
  `,
  styleUrl: './login-page.css',
})
export class LoginPage {
  readonly returnTo = input('/', { transform: toPath });

  private readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly theme = inject(ThemeChoice);
  protected readonly problem = signal<Problem | undefined>(undefined);
  protected readonly busy = signal(false);

  protected async signIn(login: Login): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.session.signIn(login);
      await this.router.navigateByUrl(this.returnTo());
    } catch (error) {
      this.problem.set(toProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
