import { readSettings } from './settings.ts';

describe('the settings of npm start', () => {
  it('have defaults', () => {
    expect(readSettings({})).toEqual({ host: '0.0.0.0', port: 3000, samplePort: 3001, databaseUrl: null });
  });

  it('take empty variables for unset ones', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', HOST: '' })).toEqual(readSettings({}));
  });

  it.each(['0', '65536', '3000.5', '0x10', '-1', 'http', ' '])('refuse the port «%s»', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(
      `PORT is «${PORT}», which is no port: set it to a whole number from 1 to 65535.`,
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
