import type { IconName } from '../shared/ui/icon/icon-paths';

export interface PageLink {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

export interface PageGroup {
  readonly name: string;
  readonly pages: readonly PageLink[];
}

/** The pages that the navigation leads to: a new one is a line here, and a route in `app.routes.ts`. */
export const PAGE_GROUPS: readonly PageGroup[] = [
  {
    name: 'Observe',
    pages: [
      { path: '/', name: 'Dashboard', icon: 'dashboard' },
      { path: '/endpoints', name: 'Endpoints', icon: 'globe' },
      { path: '/errors', name: 'Errors', icon: 'bug' },
      { path: '/apis', name: 'External APIs', icon: 'link' },
      { path: '/activity', name: 'Activity', icon: 'activity' },
    ],
  },
  {
    name: 'Data',
    pages: [
      { path: '/admin/system-metrics', name: 'System metrics', icon: 'rows' },
      { path: '/admin/error-logs', name: 'Error logs', icon: 'rows' },
      { path: '/admin/api-usage-metrics', name: 'API usage metrics', icon: 'rows' },
      { path: '/admin/user-activities', name: 'User activities', icon: 'rows' },
    ],
  },
  {
    name: 'Configure',
    pages: [{ path: '/settings', name: 'Settings', icon: 'gauge' }],
  },
];
