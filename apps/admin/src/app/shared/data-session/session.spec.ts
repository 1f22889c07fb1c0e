import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@scitex/monitoring-contracts';
import { firstValueFrom } from 'rxjs';
import { Session } from './session';
import { sessionGuard } from './session.guard';
import { sessionInterceptor } from './session.interceptor';

@Component({ template: 'any page' })
class Page {}

const page = (path: string, role?: Role) => ({
  path,
  component: Page,
  canActivate: [sessionGuard],
  ...(role && { data: { role } }),
});
const sessionOf = (role: Role, accessToken = 'token') => ({
  accessToken,
  expiresIn: 900,
  user: { id: '0', email: 'ada@example.org', name: 'Ada', role },
});

let backend: HttpTestingController;
let router: Router;

/** A turn of the event loop: promises between two calls have run. */
const turn = () => new Promise((resolve) => setTimeout(resolve));
const refreshCall = async () => {
  await turn();
  return backend.expectOne('api/auth/refresh');
};

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([sessionInterceptor])),
      provideHttpClientTesting(),
      provideRouter([
        page('', 'viewer'),
        page('errors'),
        page('users', 'admin'),
        { path: 'login', component: Page },
        { path: 'no-permission', component: Page },
        { path: 'unreachable', component: Page },
      ]),
    ],
  });
  backend = TestBed.inject(HttpTestingController);
  router = TestBed.inject(Router);
});

afterEach(() => backend.verify());

describe('sessionGuard', () => {
  const open = async (url: string, respond: (backend: HttpTestingController) => Promise<void>) => {
    const shown: string[] = [];
    router.events.subscribe(() => shown.push(router.currentNavigation()?.finalUrl?.toString() ?? ''));
    const opened = RouterTestingHarness.create(url);
    await respond(backend);
    await opened;
    return shown.filter(Boolean).at(-1);
  };
  const signedInAs = (role: Role) => async () => (await refreshCall()).flush(sessionOf(role));

  it('lets in who has the role that the route asks for', async () => {
    await open('/users', signedInAs('admin'));
    expect(router.url).toBe('/users');
  });

  it('shows the no-permission page at the address that was asked for', async () => {
    expect(await open('/users', signedInAs('staff'))).toBe('/no-permission');
  });

  it('asks for a viewer where a route names no role', async () => {
    await open('/errors', signedInAs('viewer'));
    expect(router.url).toBe('/errors');
  });

  it('sends a visitor to sign in, and remembers what was asked for', async () => {
    await open('/errors?hours=6', async () =>
      (await refreshCall()).flush(null, { status: 401, statusText: 'Unauthorized' }),
    );
    expect(router.url).toBe('/login?returnTo=%2Ferrors%3Fhours%3D6');
  });

  it.each([429, 502])('does not sign anybody out because of a %d', async (status) => {
    const shown = await open('/errors', async () =>
      (await refreshCall()).flush(null, { status, statusText: 'Away' }),
    );
    expect(shown).toBe('/unreachable');
  });
});

describe('sessionInterceptor', () => {
  let session: Session;
  const read = (url: string) => firstValueFrom(TestBed.inject(HttpClient).get(url));
  const expired = { status: 401, statusText: 'Unauthorized' };

  beforeEach(async () => {
    session = TestBed.inject(Session);
    const ready = session.ready();
    (await refreshCall()).flush(sessionOf('viewer', 'first'));
    await ready;
  });

  it('signs calls with the access token', () => {
    void read('api/health');
    expect(backend.expectOne('api/health').request.headers.get('Authorization')).toBe('Bearer first');
  });

  it('renews an expired token once for all calls that it was refused for, and tries them again', async () => {
    const answers = Promise.all([read('api/health'), read('api/performance')]);
    for (const url of ['api/health', 'api/performance']) backend.expectOne(url).flush(null, expired);
    (await refreshCall()).flush(sessionOf('viewer', 'second'));
    await turn();
    for (const url of ['api/health', 'api/performance']) {
      const call = backend.expectOne(url);
      expect(call.request.headers.get('Authorization')).toBe('Bearer second');
      call.flush({ url });
    }
    expect(await answers).toEqual([{ url: 'api/health' }, { url: 'api/performance' }]);
  });

  it('asks to sign in again where the session has ended', async () => {
    const refused = expect(read('api/health')).rejects.toMatchObject({ status: 401 });
    backend.expectOne('api/health').flush(null, expired);
    (await refreshCall()).flush(null, expired);
    await refused;
    await turn();
    expect(router.url).toBe('/login?returnTo=%2F');
    expect(session.account()).toBeUndefined();
  });

  it('does not try a third time', async () => {
    const refused = expect(read('api/health')).rejects.toMatchObject({ status: 401 });
    backend.expectOne('api/health').flush(null, expired);
    (await refreshCall()).flush(sessionOf('viewer', 'second'));
    await turn();
    backend.expectOne('api/health').flush(null, expired);
    await refused;
  });

  it('forgets the session on sign-out, even where the server does not answer', async () => {
    const out = session.signOut();
    backend.expectOne('api/auth/logout').error(new ProgressEvent('error'));
    await out;
    expect([session.state(), session.accessToken()]).toEqual(['signed-out', undefined]);
  });
});
