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
      { path: '/errors', name: 'Errors', icon: 'bug' },
    ],
  },
];
