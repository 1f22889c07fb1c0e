import { readSettings } from './settings.ts';

describe('the settings of npm start', () => {
  it('have defaults', () => {
    expect(readSettings({})).toEqual({ host: '0.0.0.0', port: 3000, samplePort: null, databaseUrl: null });
  });

  it('take empty variables for unset ones', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', HOST: '' })).toEqual(readSettings({}));
  });

  it.each(['0', '65536', '3000.5', '0x10', '-1', 'http', ' '])('refuse the port «%s»', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(
      `PORT is «${PORT}», which is no port: set it to a whole number from 1 to 65535.`,
    );
  });

  it('tell a port for the sample app from none', () => {
    expect(readSettings({ SAMPLE_PORT: '4000' }).samplePort).toBe(4000);
    expect(() => readSettings({ SAMPLE_PORT: 'x' })).toThrow(/^SAMPLE_PORT is «x», which is no port: /);
  });

  it('refuse an e-mail address that is none, also where an account exists', () => {
    expect(() => readSettings({ MONITORING_ADMIN_EMAIL: 'bad@' })).toThrow(
      'MONITORING_ADMIN_EMAIL is «bad@», which is no e-mail address: write it as name@example.org.',
    );
  });

  it.each(['mysql://localhost/x', 'localhost:5432', 'postgres'])('refuse the store %s', (DATABASE_URL) => {
    expect(() => readSettings({ DATABASE_URL, JWT_SECRET: 'x' })).toThrow(
      /^DATABASE_URL is no PostgreSQL URL: /,
    );
  });

  it('want a secret for a store of one’s own', () => {
    const DATABASE_URL = 'postgresql://app@localhost/monitoring';
    expect(() => readSettings({ DATABASE_URL })).toThrow(/^JWT_SECRET is missing: /);
    expect(readSettings({ DATABASE_URL, JWT_SECRET: 'x' }).databaseUrl).toBe(DATABASE_URL);
  });
});
