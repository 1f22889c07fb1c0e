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
      since: '2026-11-27T14:05:00.000Z',
      sinceIsBound: false,
    } as const;
    expect(toCheckRow(check)).toMatchObject({
      name: 'Average response time',
      status: 'warning',
      value: '612 ms',
      healthy: 'healthy below 500 ms',
      critical: 'critical above 1 s',
      since: expect.stringMatching(/^warning since .*\d\d:\d\d$/) as string,
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
      since: null,
      sinceIsBound: false,
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
      since: '2026-11-26T14:05:00.000Z',
      sinceIsBound: true,
    } as const;
    expect(toCheckRow(check)).toMatchObject({
      value: 'Nothing to judge',
      since: 'nothing for more than a day',
    });
  });

  it('shows a check that it has no name for', () => {
    const check = {
      name: 'queueDepth',
      status: 'healthy',
      value: 1,
      unit: 'ms',
      warning: 2,
      critical: 5,
      since: null,
      sinceIsBound: false,
    } as const;
    expect(toCheckRow(check).name).toBe('queueDepth');
  });
});
