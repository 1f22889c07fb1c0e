import { chartTheme } from '../chart/chart-theme';
import { statusCodeShares } from './status-code-shares';
import { statusColor } from './status-color';

const theme = chartTheme('light');

describe('statusCodeShares', () => {
  it('gives each code its part of all responses, in the order of the codes', () => {
    expect(
      statusCodeShares([
        { statusCode: 500, count: 1 },
        { statusCode: 200, count: 3 },
      ]),
    ).toEqual([
      { statusCode: 200, count: 3, percent: 75 },
      { statusCode: 500, count: 1, percent: 25 },
    ]);
  });

  it('has no shares of nothing', () => expect(statusCodeShares([])).toEqual([]));
});

describe('statusColor', () => {
  it.each([
    [200, theme.success],
    [304, theme.redirect],
    [404, theme.clientError],
    [503, theme.serverError],
  ])('paints %d in the hue of its class', (code, hue) => expect(statusColor(code, theme)).toMatch(hue));

  it('tells the codes of a class apart', () => {
    const codes = [500, 501, 502, 503, 504];
    expect(new Set(codes.map((code) => statusColor(code, theme))).size).toBe(codes.length);
  });
});
