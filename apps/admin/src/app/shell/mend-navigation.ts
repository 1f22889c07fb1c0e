import { Location } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { firstValueFrom } from 'rxjs';

/**
 * What to do where the code of a page cannot be loaded. A tab that is older than the server's build asks for files that
 * are gone: the page is loaded anew. Where that just happened, or no server answers, the reader is told.
 */
export async function mendNavigation({ url }: NavigationError): Promise<void> {
  const router = inject(Router);
  const http = inject(HttpClient);
  const location = inject(Location);
  const document = inject(DOCUMENT);
  // Loading anew what was loaded anew just now would never end.
  const fresh = !router.navigated;

  const answers = firstValueFrom(http.head('./', { responseType: 'text' })).then(
    () => true,
    () => false,
  );
  if (!fresh && (await answers)) return document.location.assign(location.prepareExternalUrl(url));
  // The address is the one that was asked for, so that a reload asks for it again.
  if (location.path(true) !== url) location.go(url);
  await router.navigateByUrl('/unreachable', { skipLocationChange: true });
}
