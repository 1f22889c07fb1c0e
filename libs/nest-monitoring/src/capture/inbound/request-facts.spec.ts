import { ipAddressOf } from './request-facts.js';

/** Frameworks have `ip` on their prototype; what they say depends on their trust-proxy setting. */
class FrameworkRequest {
  constructor(
    readonly headers: Record<string, string>,
    readonly socket: { remoteAddress?: string } = { remoteAddress: '10.0.0.1' },
    private readonly client = '203.0.113.9',
  ) {}

  get ip(): string {
    return this.client;
  }
}

describe('the address of a client', () => {
  it('is that of the connection where no proxy says anything', () => {
    expect(ipAddressOf(new FrameworkRequest({}))).toBe('10.0.0.1');
  });

  it('is what the framework makes of what a proxy says', () => {
    expect(ipAddressOf(new FrameworkRequest({ 'x-forwarded-for': '203.0.113.9' }))).toBe('203.0.113.9');
  });

  it('is what the host set itself', () => {
    const request = Object.defineProperty(new FrameworkRequest({}), 'ip', { value: '198.51.100.7' });
    expect(ipAddressOf(request)).toBe('198.51.100.7');
  });

  it('is unknown where the connection is gone', () => {
    expect(ipAddressOf(new FrameworkRequest({}, {}))).toBeNull();
  });
});
