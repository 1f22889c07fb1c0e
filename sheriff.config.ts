import { sameTag, type SheriffConfig } from '@softarc/sheriff-core';

/** Who may import whom inside the SPA: features show, ui renders, data fetches, util computes; domains meet in shared alone. */
export const config: SheriffConfig = {
  enableBarrelLess: true,
  entryFile: 'apps/admin/src/main.ts',
  modules: {
    'apps/admin/src/app/shell': ['shell'],
    'apps/admin/src/app/<domain>': {
      'feature-<name>': ['domain:<domain>', 'type:feature'],
      'data-<name>': ['domain:<domain>', 'type:data'],
      'util-<name>': ['domain:<domain>', 'type:util'],
      data: ['domain:<domain>', 'type:data'],
      ui: ['domain:<domain>', 'type:ui'],
    },
  },
  depRules: {
    root: '*',
    shell: ['domain:shared', 'type:ui', 'type:data', 'type:util'],
    'domain:*': [sameTag, 'domain:shared'],
    'type:feature': ['type:ui', 'type:data', 'type:util'],
    'type:ui': [sameTag, 'type:util'],
    'type:data': [sameTag, 'type:util'],
    'type:util': [sameTag],
  },
};
