import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Target } from './rows-behind';

/** A function that goes to the rows behind a figure: for charts, whose parts cannot be links. */
export function injectOpen(): (target: Target | undefined) => void {
  const router = inject(Router);
  return (target) => {
    if (target) void router.navigate([target.path], { queryParams: target.queryParams });
  };
}
