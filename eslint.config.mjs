import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import angular from 'angular-eslint';
import ts from 'typescript-eslint';

const only = (tag, ...onlyDependOnLibsWithTags) => ({ sourceTag: tag, onlyDependOnLibsWithTags });

/** Who may import whom: the arrows of the architecture, in one place. */
const boundaries = [
  only('scope:shared', 'scope:shared'),
  only('scope:server', 'scope:server', 'scope:shared'),
  only('scope:module', 'scope:module', 'type:storage', 'scope:shared'),
  only('scope:admin', 'scope:admin', 'scope:shared'),
  only('scope:sample', 'scope:sample', 'scope:module'),
  only('scope:e2e', 'scope:e2e', 'scope:shared'),
  only('scope:tools', 'scope:tools', 'scope:server', 'scope:module', 'scope:shared'),
  { sourceTag: 'scope:server', bannedExternalImports: ['@angular/*', 'chart.js', 'ng2-charts'] },
  { sourceTag: 'scope:module', bannedExternalImports: ['@angular/*', 'typeorm', 'zod'] },
  { sourceTag: 'scope:admin', bannedExternalImports: ['@nestjs/*', 'typeorm', 'pg', 'node:*'] },
  { sourceTag: 'type:contracts', allowedExternalImports: ['zod'] },
];

export default ts.config(
  { ignores: ['**/dist', '**/.tsc', '**/coverage', '.nx', '.angular', '.data', '**/.angular'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.recommended, ts.configs.stylistic],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          banTransitiveDependencies: false,
          enforceBuildableLibDependency: false,
          depConstraints: boundaries,
        },
      ],
      '@typescript-eslint/no-extraneous-class': 'off',
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['**/*.spec.ts', 'apps/*-e2e/**/*.ts', '**/test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['apps/admin/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/admin/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.mjs'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  prettier,
);
