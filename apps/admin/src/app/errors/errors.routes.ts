import type { Routes } from '@angular/router';

export const errorsRoutes: Routes = [
  {
    path: '',
    title: 'Errors · SciTeX Monitoring',
    loadComponent: () => import('./feature-list/error-list-page').then((file) => file.ErrorListPage),
  },
  {
    path: ':id',
    title: 'Error · SciTeX Monitoring',
    loadComponent: () => import('./feature-detail/error-page').then((file) => file.ErrorPage),
  },
];
