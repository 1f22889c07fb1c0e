import type { Program } from './program.ts';

/** For the tests of queues. */
export const REDIS: Program = {
  name: 'redis',
  variable: 'TEST_REDIS_SERVER',
  commands: ['redis-server', 'valkey-server'],
  places: ['/opt/homebrew/bin/redis-server', '/usr/local/bin/redis-server'],
  version: /redis|valkey/i,
  packages: ['redis-server'],
  path: 'usr/bin/redis-server',
};
