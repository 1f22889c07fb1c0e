import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Feature, FeatureSort } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { SortHeader } from '../../shared/ui/table/sort-header';
import { activityRows, type Target } from '../../shared/util-drill-down/rows-behind';
import { CountPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import type { SortOrder } from '../../shared/util-sort/sort-order';
import { COLUMNS } from './feature-columns';

/** Features with how much they are used, by how many, and how that moved. A count leads to its activities. */
@Component({
  selector: 'sm-feature-table',
  imports: [Change, CountPipe, RatePipe, RouterLink, SortHeader, SparkBars],
  templateUrl: './feature-table.html',
  styleUrls: ['../../shared/ui/table/table.css', './table.css'],
})
export class FeatureTable {
  readonly features = input.required<readonly Feature[]>();
  readonly sort = input.required<SortOrder<FeatureSort>>();
  readonly sorted = output<SortOrder<FeatureSort>>();

  private readonly carried = injectCarriedParams();
  protected readonly columns = COLUMNS;
  protected readonly rows = computed(() =>
    this.features().map((feature) => ({
      ...feature,
      name: feature.feature ?? 'no feature named',
      rows: this.rowsOf(feature),
    })),
  );

  private rowsOf({ module, feature }: Feature): Target {
    return activityRows(this.carried(), {
      ...(module === null ? { empty: 'module' } : { module }),
      ...(feature === null ? { empty: 'feature' } : { feature }),
    });
  }
}
