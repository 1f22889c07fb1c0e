import type { Routes } from '@angular/router';
import { unsavedGuard } from './feature-settings/unsaved.guard';

export const settingsRoutes: Routes = [
  {
    path: '',
    title: 'Settings · SciTeX Monitoring',
    canDeactivate: [unsavedGuard],
    // Another environment is another form: its address asks as well before what was changed is lost.
    runGuardsAndResolvers: 'paramsOrQueryParamsChange',
    loadComponent: () => import('./feature-settings/settings-page').then((file) => file.SettingsPage),
  },
];
