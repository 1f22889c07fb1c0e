import { readSettings, SettingsError } from './settings.js';

const REQUIRED = {
  DATABASE_URL: 'postgres://user:password@localhost:5432/monitoring',
  JWT_SECRET: 'a secret of thirty-two characters',
};

it('needs only the store and a secret', () => {
  expect(readSettings(REQUIRED)).toEqual({
    port: 3000,
    host: '0.0.0.0',
    databaseUrl: REQUIRED.DATABASE_URL,
    jwtSecret: REQUIRED.JWT_SECRET,
    firstAdmin: null,
    publicUrl: null,
    trustProxy: false,
    retentionDays: 30,
  });
});

it('takes an empty variable for an unset one', () => {
  expect(readSettings({ ...REQUIRED, PORT: '', PUBLIC_URL: ' ' })).toMatchObject({
    port: 3000,
    publicUrl: null,
  });
});

it('lower-cases the e-mail address of the first administrator', () => {
  const admin = { MONITORING_ADMIN_EMAIL: 'Ada@Example.org', MONITORING_ADMIN_PASSWORD: 'eight or more' };
  expect(readSettings({ ...REQUIRED, ...admin }).firstAdmin?.email).toBe('ada@example.org');
});

it.each([
  ['false', false],
  ['0', false],
  ['2', 2],
  ['loopback, 10.0.0.0/8,::1', ['loopback', '10.0.0.0/8', '::1']],
])('takes %j as TRUST_PROXY', (text, trustProxy) => {
  expect(readSettings({ ...REQUIRED, TRUST_PROXY: text }).trustProxy).toEqual(trustProxy);
});

it.each([
  ['PORT', '70000', 'such as 3000'],
  ['PORT', '80 ', 'such as 3000'],
  ['DATABASE_URL', 'mysql://localhost/monitoring', 'postgres://user:password@'],
  ['DATABASE_URL', 'postgres://user:p#ss/word@localhost:x/db', 'percent-encoded'],
  ['DATABASE_URL', '', 'is missing'],
  ['JWT_SECRET', 'short', 'openssl rand -hex 32'],
  ['JWT_SECRET', '', 'openssl rand -hex 32'],
  ['MONITORING_ADMIN_EMAIL', 'admin', 'name@example.org'],
  ['MONITORING_ADMIN_PASSWORD', 'short', '8 characters'],
  ['PUBLIC_URL', 'monitoring.example.org', 'https://'],
  ['PUBLIC_URL', 'javascript:alert(1)', 'https://'],
  ['TRUST_PROXY', 'true', 'such as 1'],
  ['TRUST_PROXY', '10.0.0.0/33', 'such as 1'],
  ['RETENTION_DAYS', '0', 'such as 30'],
])('refuses %s=%j, naming it and the mend', (name, value, mend) => {
  const read = () => readSettings({ ...REQUIRED, [name]: value });
  expect(read).toThrow(SettingsError);
  expect(read).toThrow(new RegExp(`^${name} `));
  expect(read).toThrow(mend);
});

it('names all that is wrong at once, and repeats no value, as it may be a secret', () => {
  const read = () => readSettings({ PORT: 'hunter2', JWT_SECRET: 'hunter2' });
  expect(read).toThrow(/PORT .*DATABASE_URL .*JWT_SECRET /);
  expect(read).not.toThrow(/hunter2/);
});

it('takes an administrator only whole', () => {
  expect(() => readSettings({ ...REQUIRED, MONITORING_ADMIN_EMAIL: 'ada@example.org' })).toThrow(
    'MONITORING_ADMIN_PASSWORD is missing',
  );
});
