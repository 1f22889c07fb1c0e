import { readSettings } from './settings.js';

const url = 'postgres://127.0.0.1/monitoring';

describe('readSettings', () => {
  it('needs the database alone', () => {
    expect(readSettings({ MONITORING_DATABASE_URL: url })).toEqual({
      databaseUrl: url,
      port: 3001,
      traffic: true,
    });
  });

  it('takes a port and the switch of the traffic', () => {
    const settings = readSettings({ MONITORING_DATABASE_URL: url, SAMPLE_PORT: '0', SAMPLE_TRAFFIC: 'off' });
    expect(settings).toMatchObject({ port: 0, traffic: false });
  });

  it.each([
    [{}, /MONITORING_DATABASE_URL is not set/],
    [{ MONITORING_DATABASE_URL: url, SAMPLE_PORT: '-1' }, /SAMPLE_PORT is "-1"/],
    [{ MONITORING_DATABASE_URL: url, SAMPLE_PORT: '65536' }, /SAMPLE_PORT is "65536"/],
    [{ MONITORING_DATABASE_URL: url, SAMPLE_PORT: '' }, /SAMPLE_PORT is ""/],
    [{ MONITORING_DATABASE_URL: url, SAMPLE_TRAFFIC: 'yes' }, /SAMPLE_TRAFFIC is "yes"/],
  ])('refuses %j by the name of the variable', (env, message) => {
    expect(() => readSettings(env)).toThrow(message);
  });
});
