import type { Routes } from '@angular/router';
import { guestGuard } from './auth/feature-login/guest.guard';
import { sessionGuard } from './shared/data-session/session.guard';
import { UnreachablePage } from './shell/unreachable-page';

export const routes: Routes = [
  {
    path: 'login',
    title: 'Sign in · SciTeX Monitoring',
    canActivate: [guestGuard],
    loadComponent: () => import('./auth/feature-login/login-page').then((file) => file.LoginPage),
  },
  {
    path: 'unreachable',
    title: 'Server unreachable · SciTeX Monitoring',
    // Not lazy: it is shown when nothing more can be loaded.
    component: UnreachablePage,
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
        path: 'activity',
        loadChildren: () => import('./activity/activity.routes').then((file) => file.activityRoutes),
      },
      {
        path: 'endpoints',
        loadChildren: () => import('./endpoints/endpoints.routes').then((file) => file.endpointsRoutes),
      },
      {
        path: 'errors',
        loadChildren: () => import('./errors/errors.routes').then((file) => file.errorsRoutes),
      },
      {
        path: 'apis',
        loadChildren: () => import('./apis/apis.routes').then((file) => file.apisRoutes),
      },
      {
        path: 'admin',
        loadChildren: () => import('./records/records.routes').then((file) => file.recordsRoutes),
      },
      {
        path: 'settings',
        loadChildren: () => import('./settings/settings.routes').then((file) => file.settingsRoutes),
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
