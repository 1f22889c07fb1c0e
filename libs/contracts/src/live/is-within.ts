import type { LiveQuery } from './live.schema.js';

/** Whether what an app does in an environment is within what a page looks at. */
export function isWithin(
  scope: LiveQuery,
  { app, environment }: { readonly app: string; readonly environment: string },
): boolean {
  return (scope.app ?? app) === app && (scope.environment ?? environment) === environment;
}
