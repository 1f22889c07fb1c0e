import { isTraced } from './trace-targets.js';

const traced = (targets: Parameters<typeof isTraced>[0], url: string) => {
  const [, origin = '', path = ''] = /^(\w+:\/\/[^/]+)(.*)$/.exec(url) ?? [];
  return isTraced(targets, origin, path);
};

describe('isTraced', () => {
  it.each([
    'http://localhost:3000',
    'http://127.0.0.1:80',
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://192.168.1.1:8080',
    'http://100.64.0.1',
    'http://[::1]:3000',
    'http://[fd00::1]',
    'http://[::ffff:10.0.0.1]',
    'http://papers',
    'http://papers:3000',
    'http://papers.science.svc',
    'http://papers.science.svc.cluster.local',
    'https://papers.internal',
    'http://printer.local.',
  ])("takes %s for 'inside'", (url) => expect(traced('inside', url)).toBe(true));

  it.each([
    'https://api.crossref.org',
    'http://8.8.8.8',
    'http://172.32.0.1',
    'http://[2001:db8::1]',
    'https://localhost.example.org',
    'https://mylocal.com',
    'https://internal.example.org:8443',
  ])('takes %s for the outside', (url) => expect(traced('inside', url)).toBe(false));

  it('follows a switch, and a list of hosts and expressions', () => {
    expect(traced(true, 'https://api.crossref.org')).toBe(true);
    expect(traced(false, 'http://localhost')).toBe(false);
    const listed = ['api.example.org', /^https:\/\/[a-z]+\.partner\.org\/v2/];
    expect(traced(listed, 'https://api.example.org:8443/x')).toBe(true);
    expect(traced(listed, 'https://papers.partner.org/v2/x')).toBe(true);
    expect(traced(listed, 'https://papers.partner.org/v1/x')).toBe(false);
    expect(traced(listed, 'http://localhost')).toBe(false);
    expect(traced([], 'http://localhost')).toBe(false);
  });
});
