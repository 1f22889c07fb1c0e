import { inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, Router } from '@angular/router';

/**
 * Takes the query parameters out of the page's address that `unreadable` names, so that it says what the page shows.
 * @example correctAddress(unreadableRange)
 */
export function correctAddress(unreadable: (parameters: Params) => string[]): void {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  route.queryParams.pipe(takeUntilDestroyed()).subscribe((parameters) => {
    const names = unreadable(parameters);
    if (names.length === 0) return;
    void router.navigate([], {
      relativeTo: route,
      queryParams: Object.fromEntries(names.map((name) => [name, null])),
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  });
}
