import type { Routes } from '@angular/router';

export const dashboardRoutes: Routes = [
  {
    path: '',
    title: 'Dashboard · SciTeX Monitoring',
    loadComponent: () => import('./feature-dashboard/dashboard').then((file) => file.Dashboard),
  },
];
