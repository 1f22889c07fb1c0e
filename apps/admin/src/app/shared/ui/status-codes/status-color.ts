import type { ChartTheme } from '../chart/chart-theme';

/** How opaque neighbouring codes of one class are, as hexadecimal bytes. */
const OPACITIES = ['ff', 'b0', '80', 'cc', '98'] as const;

/** One hue for each class of status codes; the codes of a class differ in how opaque they are. */
export function statusColor(statusCode: number, theme: ChartTheme): string {
  return hue(statusCode, theme) + (OPACITIES[statusCode % 5] ?? 'ff');
}

function hue(statusCode: number, theme: ChartTheme): string {
  if (statusCode >= 500) return theme.serverError;
  if (statusCode >= 400) return theme.clientError;
  return statusCode >= 300 ? theme.redirect : theme.success;
}
