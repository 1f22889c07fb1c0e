import { inject } from '@angular/core';
import { type Params, Router } from '@angular/router';

/**
 * A function that writes parameters into the page's address, from where they come back; null takes one out.
 * @example const ask = injectAddress(); ask({ sort: 'count', q: null })
 */
export function injectAddress(): (queryParams: Params) => void {
  const router = inject(Router);
  return (queryParams) =>
    void router.navigate([], { queryParams, queryParamsHandling: 'merge', scroll: 'manual' });
}
