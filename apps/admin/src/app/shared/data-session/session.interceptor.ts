import { HttpErrorResponse, type HttpInterceptorFn, type HttpRequest } from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/** Login and refresh carry their own credentials: a 401 of theirs is an answer, not an expired token. */
const WITHOUT_TOKEN = ['api/auth/login', 'api/auth/refresh'];

/** Signs calls with the access token; renews a refused one and tries once more, else asks the reader to sign in. */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  if (WITHOUT_TOKEN.includes(request.url)) return next(request);
  const session = inject(Session);
  const router = inject(Router);

  return next(signed(request, session.accessToken())).pipe(
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse) || error.status !== 401) return throwError(() => error);
      return from(session.refresh()).pipe(
        switchMap((state) => {
          if (state === 'signed-in') return next(signed(request, session.accessToken()));
          if (state === 'signed-out')
            void router.navigate(['/login'], { queryParams: { returnTo: router.url } });
          return throwError(() => error);
        }),
      );
    }),
  );
};

function signed(request: HttpRequest<unknown>, token: string | undefined): HttpRequest<unknown> {
  return token ? request.clone({ setHeaders: { Authorization: `Bearer ${token}` } }) : request;
}
