import { HttpClient } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { Login, Session } from '@scitex/monitoring-contracts';
import type { Observable } from 'rxjs';

/** The calls under `auth/`. */
@Service()
export class AuthClient {
  private readonly http = inject(HttpClient);

  login(login: Login): Observable<Session> {
    return this.http.post<Session>('api/auth/login', login);
  }

  refresh(): Observable<Session> {
    return this.http.post<Session>('api/auth/refresh', {});
  }

  logout(): Observable<unknown> {
    return this.http.post('api/auth/logout', {});
  }
}
