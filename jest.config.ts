import type { Config } from 'jest';

/** Node projects: TypeScript through SWC, native ES modules, workspace packages from their sources. */
const node = (displayName: string, root: string, roots: string[] = ['src']): Config => ({
  displayName,
  rootDir: `<rootDir>/${root}`,
  roots: roots.map((folder) => `<rootDir>/${folder}`),
  testMatch: ['**/*.spec.ts'],
  testEnvironment: 'node',
  testEnvironmentOptions: {
    customExportConditions: ['@scitex/source', 'node', 'node-addons'],
  },
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
});

const config: Config = {
  // Stores are made and dropped in hooks, and a busy machine takes its time over it.
  testTimeout: 30_000,
  projects: [
    node('contracts', 'libs/contracts'),
    node('storage', 'libs/storage', ['src', 'test']),
    node('nest-monitoring', 'libs/nest-monitoring', ['src', 'test']),
    node('api', 'apps/api', ['src', 'test']),
    node('sample', 'apps/sample', ['src', 'test']),
    '<rootDir>/apps/admin/jest.config.ts',
    node('api-e2e', 'apps/api-e2e'),
    node('admin-e2e', 'apps/admin-e2e'),
    node('nest-monitoring-e2e', 'apps/nest-monitoring-e2e'),
    node('tools', 'tools', ['.']),
  ],
};

export default config;
