import { Component, input } from '@angular/core';
import type { ChartConfiguration, ChartType } from 'chart.js';
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
        [legend]="false"
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
export class Chart<Type extends ChartType> {
  readonly configuration = input.required<ChartConfiguration<Type>>();
  readonly label = input.required<string>();
}
