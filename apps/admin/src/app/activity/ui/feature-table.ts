import { Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Feature } from '@scitex/monitoring-contracts';
import { Change } from '../../shared/ui/change/change';
import { Icon } from '../../shared/ui/icon/icon';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { activityRows, type Target } from '../../shared/util-drill-down/rows-behind';
import { CountPipe, RatePipe } from '../../shared/util-format/format.pipes';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import type { FeatureOrder, FeatureSort } from '../util-features/feature-order';
import { COLUMNS } from './feature-columns';

/** Features with how much they are used, by how many, and how that moved. A count leads to its activities. */
@Component({
  selector: 'sm-feature-table',
  imports: [Change, CountPipe, Icon, RatePipe, RouterLink, SparkBars],
  templateUrl: './feature-table.html',
  styleUrl: './table.css',
})
export class FeatureTable {
  readonly features = input.required<readonly Feature[]>();
  readonly sort = input.required<FeatureOrder>();
  readonly sorted = output<FeatureOrder>();

  private readonly carried = injectCarriedParams();
  protected readonly columns = COLUMNS;
  protected readonly rows = computed(() =>
    this.features().map((feature) => ({
      ...feature,
      name: feature.feature ?? 'no feature named',
      rows: this.rowsOf(feature),
    })),
  );

  protected ariaSort(column: FeatureSort): 'ascending' | 'descending' | null {
    const { sort, order } = this.sort();
    if (sort !== column) return null;
    return order === 'asc' ? 'ascending' : 'descending';
  }

  /** The most first; the other way round on a second press. */
  protected toggle(column: FeatureSort): void {
    const { sort, order } = this.sort();
    this.sorted.emit({ sort: column, order: sort === column && order === 'desc' ? 'asc' : 'desc' });
  }

  private rowsOf({ module, feature }: Feature): Target {
    return activityRows(this.carried(), {
      ...(module === null ? { empty: 'module' } : { module }),
      ...(feature === null ? { empty: 'feature' } : { feature }),
    });
  }
}
