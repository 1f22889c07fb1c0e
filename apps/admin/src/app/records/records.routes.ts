import type { Routes } from '@angular/router';
import { RECORD_MODELS } from '@scitex/monitoring-contracts';

/** Two pages a model: its rows, and one of them. */
export const recordsRoutes: Routes = RECORD_MODELS.flatMap((model) => [
  {
    path: model.path,
    title: `${model.label} · SciTeX Monitoring`,
    data: { model },
    loadComponent: () => import('./feature-list/record-list-page').then((file) => file.RecordListPage),
  },
  {
    path: `${model.path}/:id`,
    title: `${model.one} · SciTeX Monitoring`,
    data: { model },
    loadComponent: () => import('./feature-detail/record-page').then((file) => file.RecordPage),
  },
]);
