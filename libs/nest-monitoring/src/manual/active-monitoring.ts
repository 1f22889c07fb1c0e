import type { ApiCall } from './api-call.js';

/** What decorators need of the running module; they belong to classes, which nothing is injected into. */
export interface ActiveMonitoring {
  timeApiCall(apiName: string, endpoint: string): ApiCall;
}

let active: ActiveMonitoring | null = null;

export const activeMonitoring = (): ActiveMonitoring | null => active;

export function activate(monitoring: ActiveMonitoring): void {
  active = monitoring;
}

/** Leaves another app's monitoring alone, where one has started since. */
export function deactivate(monitoring: ActiveMonitoring): void {
  if (active === monitoring) active = null;
}
