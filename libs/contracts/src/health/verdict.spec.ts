import { failsGate, judgeHealth, type HealthFigures } from './verdict.js';

const window = { from: new Date(0), to: new Date(3_600_000) };
const healthy: HealthFigures = {
  totalRequests: 10,
  totalApiCalls: 5,
  errorCount: 0,
  avgResponseTime: 100,
  errorRate: 0,
  apiSuccessRate: 100,
};
const statusOf = (figures: Partial<HealthFigures>) =>
  judgeHealth({ ...healthy, ...figures }, window).healthStatus;

describe('judgeHealth', () => {
  it.each([
    [499.9, 'healthy'],
    [500, 'warning'],
    [1000, 'warning'],
    [1000.1, 'critical'],
  ])('judges an average of %d ms as %s', (avgResponseTime, status) => {
    expect(statusOf({ avgResponseTime })).toBe(status);
  });

  it.each([
    [1.99, 'healthy'],
    [2, 'warning'],
    [5, 'warning'],
    [5.01, 'critical'],
  ])('judges an error rate of %d %% as %s', (errorRate, status) => {
    expect(statusOf({ errorRate })).toBe(status);
  });

  it.each([
    [95.1, 'healthy'],
    [95, 'warning'],
    [90, 'warning'],
    [89.9, 'critical'],
  ])('judges an API success rate of %d %% as %s', (apiSuccessRate, status) => {
    expect(statusOf({ apiSuccessRate })).toBe(status);
  });

  it('lets the worst check count', () => {
    expect(statusOf({ avgResponseTime: 600, errorRate: 6 })).toBe('critical');
  });

  it('leaves out a check that has nothing to judge', () => {
    expect(statusOf({ apiSuccessRate: null, totalApiCalls: 0 })).toBe('healthy');
  });

  it('does not judge a window without requests', () => {
    expect(statusOf({ totalRequests: 0, avgResponseTime: null, errorRate: null, apiSuccessRate: 10 })).toBe(
      'insufficient-data',
    );
  });
});

describe('failsGate', () => {
  it('fails from the given status upwards, and never without data', () => {
    expect(failsGate('critical', 'critical')).toBe(true);
    expect(failsGate('warning', 'critical')).toBe(false);
    expect(failsGate('warning', 'warning')).toBe(true);
    expect(failsGate('insufficient-data', 'warning')).toBe(false);
    expect(failsGate('critical', 'never')).toBe(false);
  });
});
