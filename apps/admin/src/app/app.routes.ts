import type { Routes } from '@angular/router';
import { sessionGuard } from './shared/data-session/session.guard';

export const routes: Routes = [
  {
    path: 'login',
    title: 'Sign in · SciTeX Monitoring',
    loadComponent: () => import('./auth/feature-login/login-page').then((file) => file.LoginPage),
  },
  {
    path: 'unreachable',
    title: 'Server unreachable · SciTeX Monitoring',
    loadComponent: () => import('./shell/unreachable-page').then((file) => file.UnreachablePage),
  },
  {
    path: '',
    loadComponent: () => import('./shell/shell').then((file) => file.Shell),
    canActivateChild: [sessionGuard],
    children: [
      {
        path: '',
        pathMatch: 'full',
        loadChildren: () => import('./dashboard/dashboard.routes').then((file) => file.dashboardRoutes),
      },
      {
        path: 'errors',
        loadChildren: () => import('./errors/errors.routes').then((file) => file.errorsRoutes),
      },
      {
        path: 'no-permission',
        title: 'No permission · SciTeX Monitoring',
        loadComponent: () => import('./shell/no-permission-page').then((file) => file.NoPermissionPage),
      },
      {
        path: '**',
        title: 'Not found · SciTeX Monitoring',
        loadComponent: () => import('./shell/not-found-page').then((file) => file.NotFoundPage),
      },
    ],
  },
];
