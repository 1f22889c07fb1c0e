import { toCheckRow } from './check-row';

describe('toCheckRow', () => {
  it('explains a check where larger values are worse', () => {
    const check = {
      name: 'avgResponseTime',
      status: 'warning',
      value: 612.4,
      unit: 'ms',
      warning: 500,
      critical: 1000,
    } as const;
    expect(toCheckRow(check)).toEqual({
      name: 'Average response time',
      status: 'warning',
      value: '612 ms',
      healthy: 'healthy below 500 ms',
      critical: 'critical above 1 s',
    });
  });

  it('explains a check where smaller values are worse', () => {
    const check = {
      name: 'apiSuccessRate',
      status: 'healthy',
      value: 99.5,
      unit: '%',
      warning: 95,
      critical: 90,
    } as const;
    expect(toCheckRow(check)).toMatchObject({
      healthy: 'healthy above 95 %',
      critical: 'critical below 90 %',
    });
  });

  it('says so where there is nothing to judge', () => {
    const check = {
      name: 'errorRate',
      status: 'insufficient-data',
      value: null,
      unit: '%',
      warning: 2,
      critical: 5,
    } as const;
    expect(toCheckRow(check).value).toBe('Nothing to judge');
  });

  it('shows a check that it has no name for', () => {
    const check = {
      name: 'queueDepth',
      status: 'healthy',
      value: 1,
      unit: 'ms',
      warning: 2,
      critical: 5,
    } as const;
    expect(toCheckRow(check).name).toBe('queueDepth');
  });
});
