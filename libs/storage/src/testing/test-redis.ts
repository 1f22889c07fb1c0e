/**
 * The Redis that TEST_REDIS_URL names, for tests of hosts that have queues. Tests share it: each takes a key prefix of
 * its own.
 * @example BullModule.forRoot({ connection: { url: testRedisUrl() }, prefix: randomUUID() })
 */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (!url) throw new Error('TEST_REDIS_URL is not set: run npm test, or point it to a Redis.');
  return url;
}
