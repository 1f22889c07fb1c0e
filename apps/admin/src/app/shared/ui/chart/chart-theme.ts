import type { ChartOptions } from 'chart.js';
import type { Scheme } from '../../util-theme/theme';

/** The colours of a chart: a canvas cannot read custom properties. */
export interface ChartTheme {
  readonly text: string;
  readonly grid: string;
  readonly primary: string;
  readonly primaryFill: string;
  readonly secondary: string;
  /** The period before. */
  readonly previous: string;
  readonly mark: string;
  readonly selection: string;
  readonly success: string;
  readonly redirect: string;
  readonly clientError: string;
  readonly serverError: string;
}

const THEMES: Record<Scheme, ChartTheme> = {
  light: {
    text: '#4a6372',
    grid: '#34495e1a',
    primary: '#34495e',
    primaryFill: '#506b7a24',
    secondary: '#7b8fa3',
    previous: '#7b8fa36b',
    mark: '#506b7ab0',
    selection: '#506b7a2e',
    success: '#4f9a78',
    redirect: '#7b8fa3',
    clientError: '#d0933c',
    serverError: '#c0473f',
  },
  dark: {
    text: '#a3b3c4',
    grid: '#c8d6e51a',
    primary: '#c8d6e5',
    primaryFill: '#a3b3c429',
    secondary: '#7b8fa3',
    previous: '#a3b3c459',
    mark: '#a3b3c4b0',
    selection: '#c8d6e52e',
    success: '#6cc79b',
    redirect: '#8fa3b7',
    clientError: '#eeb75e',
    serverError: '#f2827a',
  },
};

export function chartTheme(scheme: Scheme): ChartTheme {
  return THEMES[scheme];
}

/** What all charts share: they fill their box, never animate, and explain a point in a tooltip. */
export function baseOptions(theme: ChartTheme) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    plugins: {
      tooltip: {
        backgroundColor: '#1a2332',
        titleColor: '#f0f4f8',
        bodyColor: '#c8d6e5',
        borderColor: theme.grid,
        borderWidth: 1,
        padding: 10,
        cornerRadius: 8,
        boxPadding: 4,
      },
    },
  } satisfies ChartOptions;
}
