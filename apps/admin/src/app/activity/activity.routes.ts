import type { Routes } from '@angular/router';

export const activityRoutes: Routes = [
  {
    path: '',
    title: 'Activity · SciTeX Monitoring',
    loadComponent: () => import('./feature-overview/activity-page').then((file) => file.ActivityPage),
  },
  {
    path: 'users',
    title: 'User · SciTeX Monitoring',
    loadComponent: () => import('./feature-user/user-page').then((file) => file.UserPage),
  },
];
