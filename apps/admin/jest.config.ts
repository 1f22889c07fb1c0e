import type { Config } from 'jest';

const config: Config = {
  displayName: 'admin',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
};

export default config;
