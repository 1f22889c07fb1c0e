import type { Chart, Plugin } from 'chart.js';
import { type Buckets, middleOf } from './buckets';
import type { ChartTheme } from './chart-theme';
import type { TimeMark } from './time-series';

/** What lies over a chart over time, as it is now. */
export interface Overlay {
  readonly theme: ChartTheme;
  readonly buckets: Buckets;
  readonly marks: readonly TimeMark[];
  /** The bucket that the keyboard is at. */
  readonly cursor: number | undefined;
  /** The first and the last bucket of a range that is being selected. */
  readonly selection: readonly [number, number] | undefined;
}

const LONGEST_LABEL = 24;

/** Draws marks, the range that is being selected and the keyboard's cursor over the data. */
export function overlayPlugin(read: () => Overlay): Plugin<'line' | 'bar'> {
  return {
    id: 'overlay',
    afterDatasetsDraw: (chart) => {
      const overlay = read();
      chart.ctx.save();
      if (overlay.selection) drawBand(chart, overlay, overlay.selection);
      drawMarks(chart, overlay);
      if (overlay.cursor !== undefined) {
        chart.ctx.strokeStyle = overlay.theme.text;
        drawLine(chart, pixelOf(chart, middleOf(overlay.buckets, overlay.cursor)));
      }
      chart.ctx.restore();
    },
  };
}

function drawBand(chart: Chart, { theme, buckets }: Overlay, [from, to]: readonly [number, number]): void {
  const { top, bottom, left, right } = chart.chartArea;
  const start = Math.max(pixelOf(chart, buckets.first + from * buckets.width), left);
  const end = Math.min(pixelOf(chart, buckets.first + (to + 1) * buckets.width), right);
  chart.ctx.fillStyle = theme.selection;
  chart.ctx.fillRect(start, top, end - start, bottom - top);
  chart.ctx.strokeStyle = theme.text;
  drawLine(chart, start);
  drawLine(chart, end);
}

/** Words that would run into the mark before are left out: the tooltip and the list of marks have them all. */
function drawMarks(chart: Chart, { theme, marks }: Overlay): void {
  const { ctx, chartArea } = chart;
  ctx.strokeStyle = theme.mark;
  ctx.fillStyle = theme.text;
  ctx.font = '11px system-ui, sans-serif';
  ctx.setLineDash([2, 3]);
  let free = chartArea.left;
  for (const { timestamp, label } of marks.toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))) {
    const x = pixelOf(chart, Date.parse(timestamp));
    if (x < chartArea.left || x > chartArea.right) continue;
    drawLine(chart, x);
    const text = [...label].slice(0, LONGEST_LABEL).join('');
    const width = ctx.measureText(text).width;
    const start = Math.min(x, chartArea.right - width);
    if (start < free) continue;
    ctx.fillText(text, start, chartArea.top - 5);
    free = start + width + 8;
  }
  ctx.setLineDash([]);
}

function drawLine({ ctx, chartArea }: Chart, x: number): void {
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(x, chartArea.top);
  ctx.lineTo(x, chartArea.bottom);
  ctx.stroke();
}

function pixelOf(chart: Chart, moment: number): number {
  return chart.scales['x']?.getPixelForValue(moment) ?? 0;
}
