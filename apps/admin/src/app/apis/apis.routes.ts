import { inject } from '@angular/core';
import { type CanActivateFn, Router, type Routes } from '@angular/router';

/** An address that names no API is that of all of them. */
const namesAnApi: CanActivateFn = ({ queryParamMap, queryParams }) =>
  Boolean(queryParamMap.get('api')) || inject(Router).createUrlTree(['/apis'], { queryParams });

export const apisRoutes: Routes = [
  {
    path: '',
    title: 'External APIs · SciTeX Monitoring',
    loadComponent: () => import('./feature-list/api-list-page').then((file) => file.ApiListPage),
  },
  {
    path: 'detail',
    title: 'External API · SciTeX Monitoring',
    canActivate: [namesAnApi],
    loadComponent: () => import('./feature-detail/api-page').then((file) => file.ApiPage),
  },
];
