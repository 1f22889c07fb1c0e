import type { Routes } from '@angular/router';

export const endpointsRoutes: Routes = [
  {
    path: '',
    title: 'Endpoints · SciTeX Monitoring',
    loadComponent: () => import('./feature-list/endpoint-list-page').then((file) => file.EndpointListPage),
  },
  {
    path: 'detail',
    title: 'Endpoint · SciTeX Monitoring',
    loadComponent: () =>
      import('./feature-detail/endpoint-detail-page').then((file) => file.EndpointDetailPage),
  },
];
