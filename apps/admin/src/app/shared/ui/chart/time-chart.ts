import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { formatDateTime } from '../../util-format/format';
import { MomentPipe } from '../../util-format/format.pipes';
import { ThemeChoice } from '../../util-theme/theme';
import { bucketAt, intoBuckets, spanOf, toBuckets } from './buckets';
import { Chart } from './chart';
import { ChartLegend } from './chart-legend';
import { chartTheme } from './chart-theme';
import { overlayPlugin, type Overlay } from './overlay';
import { PointTable } from './point-table';
import { bucketByKey, TimeCursor } from './time-cursor';
import type { TimeMark, TimeSeries, TimeSpan, TimeWindow } from './time-series';
import { toTimeChart } from './to-time-chart';

/** A pointer that moves less than this, in pixels, meant to click. */
const CLICK_PX = 4;

/**
 * Figures over time, as lines, areas or bars, and as a table for who cannot see those. Dragging over it, or Shift with
 * the arrow keys, selects whole buckets; a click, or Enter, chooses one.
 */
@Component({
  selector: 'sm-time-chart',
  imports: [Chart, ChartLegend, MomentPipe, PointTable],
  templateUrl: './time-chart.html',
  styleUrl: './time-chart.css',
  host: { '(document:keydown.escape)': 'cancelDrag()' },
})
export class TimeChart {
  /** What the figures are. @example 'Response times' */
  readonly name = input.required<string>();
  /** What the chart shows, in a sentence. */
  readonly label = input.required<string>();
  readonly range = input.required<TimeWindow>();
  readonly series = input.required<readonly TimeSeries[]>();
  readonly format = input.required<(value: number) => string>();
  readonly marks = input<readonly TimeMark[]>([]);
  readonly rangeSelected = output<TimeSpan>();
  /** One bucket that has a value. */
  readonly pointSelected = output<TimeSpan>();

  private readonly theme = inject(ThemeChoice);
  private readonly chart = viewChild.required(Chart);
  private readonly plot = viewChild.required<ElementRef<HTMLElement>>('plot');
  private pressedAt: number | undefined;

  protected readonly cursor = new TimeCursor();
  /** As of any slider, the position stays while the focus is elsewhere; it is drawn only where it can be moved. */
  protected readonly focused = signal(false);
  protected readonly colors = computed(() => chartTheme(this.theme.scheme()));
  protected readonly buckets = computed(() => toBuckets(this.range(), this.series()));
  protected readonly configuration = computed(() =>
    toTimeChart(
      {
        range: this.range(),
        buckets: this.buckets(),
        series: this.series(),
        marks: this.marks(),
        format: this.format(),
      },
      this.colors(),
    ),
  );
  protected readonly hintId = computed(() => `hint-${this.name().toLowerCase().replaceAll(/\W+/g, '-')}`);
  protected readonly words = computed(() => this.wordsOf(this.cursor.at() ?? this.buckets().count - 1));

  private readonly overlay = computed<Overlay>(() => ({
    theme: this.colors(),
    buckets: this.buckets(),
    marks: this.marks(),
    cursor: this.focused() ? this.cursor.at() : undefined,
    selection: this.cursor.selection(),
  }));
  protected readonly plugins = [overlayPlugin(this.overlay)];

  constructor() {
    effect(() => {
      this.overlay();
      this.chart().redraw();
    });
  }

  protected type(event: KeyboardEvent): void {
    const { count } = this.buckets();
    const to = bucketByKey(event.key, this.cursor.at(), count);
    if (to !== undefined) {
      if (event.shiftKey) this.cursor.selectTo(to);
      else this.cursor.goTo(to);
    } else if (event.key === 'Enter') this.choose();
    else if (event.key === 'Escape') this.cursor.cancel();
    else return;
    event.preventDefault();
  }

  protected press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.pressedAt = event.clientX;
    this.plot().nativeElement.setPointerCapture(event.pointerId);
  }

  protected drag({ clientX }: PointerEvent): void {
    if (this.pressedAt === undefined) return;
    if (this.cursor.selection() === undefined && Math.abs(clientX - this.pressedAt) < CLICK_PX) return;
    this.cursor.selectTo(this.bucketAt(clientX), this.bucketAt(this.pressedAt));
  }

  protected release({ clientX }: PointerEvent): void {
    if (this.pressedAt === undefined) return;
    this.pressedAt = undefined;
    if (this.cursor.selection() === undefined) this.cursor.goTo(this.bucketAt(clientX));
    this.choose();
  }

  protected cancelDrag(): void {
    if (this.pressedAt === undefined) return;
    this.pressedAt = undefined;
    this.cursor.leave();
  }

  /** Hands on what is selected, or else where the cursor is. */
  private choose(): void {
    const [selection, at] = [this.cursor.selection(), this.cursor.at()];
    this.cursor.leave();
    if (selection) this.rangeSelected.emit(spanOf(this.buckets(), ...selection));
    else if (at !== undefined && this.valuesAt(at).length > 0)
      this.pointSelected.emit(spanOf(this.buckets(), at, at));
  }

  private bucketAt(clientX: number): number {
    const { left } = this.plot().nativeElement.getBoundingClientRect();
    return bucketAt(this.buckets(), this.chart().momentAt(clientX - left));
  }

  private valuesAt(bucket: number): string[] {
    return this.series().flatMap(({ name, points }) => {
      const value = intoBuckets(points, this.buckets())[bucket] ?? NaN;
      return Number.isNaN(value) ? [] : `${name} ${this.format()(value)}`;
    });
  }

  private wordsOf(bucket: number): string {
    const { from } = spanOf(this.buckets(), bucket, bucket);
    const values = this.valuesAt(bucket);
    return `${formatDateTime(from)}: ${values.length > 0 ? values.join(', ') : 'nothing'}`;
  }
}
