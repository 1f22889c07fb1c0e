import type { CanDeactivateFn } from '@angular/router';
import type { SettingsPage } from './settings-page';

/** Asks before changes that were not saved are lost. */
export const unsavedGuard: CanDeactivateFn<SettingsPage> = (page) =>
  !page.changed() || confirm('Leave without saving? The changed limits are lost.');
