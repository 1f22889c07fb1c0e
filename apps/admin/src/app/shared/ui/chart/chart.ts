import { Component, input, output, viewChild } from '@angular/core';
import type { ActiveElement, ChartConfiguration, ChartType, DefaultDataPoint, Plugin } from 'chart.js';
import { BaseChartDirective, provideCharts } from 'ng2-charts';
import { CHART_PARTS } from './chart-parts';

/** A chart that is drawn once and then follows its data. What it shows in words stands in its label and in the projected table. */
@Component({
  selector: 'sm-chart',
  imports: [BaseChartDirective],
  providers: [provideCharts({ registerables: CHART_PARTS })],
  template: `
    <div class="canvas">
      <canvas
        baseChart
        role="img"
        [attr.aria-label]="label()"
        [type]="configuration().type"
        [data]="configuration().data"
        [options]="configuration().options"
        [plugins]="plugins()"
        [legend]="false"
        (chartClick)="choose($event.active)"
      ></canvas>
    </div>
    <div class="visually-hidden"><ng-content /></div>
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      height: 100%;
      min-width: 0;
    }
    .canvas {
      position: absolute;
      inset: 0;
      overflow: hidden;
    }
  `,
})
export class Chart<Type extends ChartType, Data = DefaultDataPoint<Type>> {
  readonly configuration = input.required<ChartConfiguration<Type, Data>>();
  readonly label = input.required<string>();
  readonly plugins = input<Plugin<Type>[]>([]);
  /** The index of the slice or bar that was clicked. */
  readonly sliceSelected = output<number>();

  private readonly canvas = viewChild.required<BaseChartDirective<Type>>(BaseChartDirective);

  /** Draws what plugins lay over the chart anew; its data stay as they are. */
  redraw(): void {
    this.canvas().chart?.draw();
  }

  /** Where on the horizontal axis a pixel is, counted from the left of the chart. */
  momentAt(pixel: number): number {
    return this.canvas().chart?.scales['x']?.getValueForPixel(pixel) ?? 0;
  }

  protected choose(active: readonly object[] | undefined): void {
    const [element] = (active ?? []) as readonly ActiveElement[];
    if (element) this.sliceSelected.emit(element.index);
  }
}
