import type { Config } from 'jest';
import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset();

const config: Config = {
  ...preset,
  displayName: 'admin',
  roots: ['<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/jest.setup.ts'],
};

export default config;
