import { HttpErrorResponse } from '@angular/common/http';
import { computed, inject, Service, signal } from '@angular/core';
import type { Login, Session as SessionAnswer } from '@scitex/monitoring-contracts';
import { firstValueFrom, type Observable } from 'rxjs';
import { AuthClient } from './auth-client';

/** `unknown` until the first refresh answered; `unreachable`: no server could tell. */
export type SessionState = 'unknown' | 'signed-in' | 'signed-out' | 'unreachable';

/** Any other failure, a 429 or a 502 say, tells nothing about the session. */
const REFUSALS = [400, 401, 403];

/** Who is signed in. The access token lives in memory alone; the refresh cookie, which scripts cannot read, renews it. */
@Service()
export class Session {
  private readonly client = inject(AuthClient);
  private readonly answer = signal<SessionAnswer | undefined>(undefined);
  private readonly known = signal<SessionState>('unknown');
  private refreshing: Promise<SessionState> | undefined;

  readonly state = this.known.asReadonly();
  readonly account = computed(() => this.answer()?.user);
  readonly accessToken = computed(() => this.answer()?.accessToken);

  async signIn(login: Login): Promise<void> {
    this.accept(await firstValueFrom(this.client.login(login)));
  }

  /** Ends the session here even where the server cannot be told. */
  async signOut(): Promise<void> {
    await settle(this.client.logout());
    this.forget('signed-out');
  }

  /** Resolves once it is known whether somebody is signed in. */
  async ready(): Promise<SessionState> {
    return this.known() === 'signed-in' ? 'signed-in' : this.refresh();
  }

  /** Trades the refresh cookie for a new access token: one trade at a time, whoever asks. */
  refresh(): Promise<SessionState> {
    this.refreshing ??= exclusively(() => this.renew()).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  private async renew(): Promise<SessionState> {
    try {
      return this.accept(await firstValueFrom(this.client.refresh()));
    } catch (error) {
      const refused = error instanceof HttpErrorResponse && REFUSALS.includes(error.status);
      return this.forget(refused ? 'signed-out' : 'unreachable');
    }
  }

  private accept(answer: SessionAnswer): SessionState {
    this.answer.set(answer);
    this.known.set('signed-in');
    return 'signed-in';
  }

  private forget(state: SessionState): SessionState {
    if (state === 'signed-out') this.answer.set(undefined);
    this.known.set(state);
    return state;
  }
}

/** A refresh token works once: the lock keeps two tabs from spending the same one. Browsers offer it over HTTPS alone. */
function exclusively<T>(task: () => Promise<T>): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks ? locks.request('scitex.refresh', task) : task();
}

async function settle(call: Observable<unknown>): Promise<void> {
  await firstValueFrom(call).catch(() => undefined);
}
