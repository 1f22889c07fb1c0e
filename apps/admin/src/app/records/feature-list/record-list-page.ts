import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { type RecordModel, sortsOf } from '@scitex/monitoring-contracts';
import { FilterChips } from '../../shared/ui/filter-chips/filter-chips';
import { Icon } from '../../shared/ui/icon/icon';
import { LoadMore } from '../../shared/ui/load-more/load-more';
import { EmptyNote } from '../../shared/ui/notes/empty-note';
import { OutageNote } from '../../shared/ui/notes/outage-note';
import { PageHead } from '../../shared/ui/page-head/page-head';
import { Panel } from '../../shared/ui/panel/panel';
import { injectAddress } from '../../shared/util-browser/address';
import { MomentPipe } from '../../shared/util-format/format.pipes';
import { injectScope } from '../../shared/util-scope/scope';
import { type SortOrder, unreadableSort } from '../../shared/util-sort/sort-order';
import { type RecordChip, toChips } from '../data/record-chips';
import { readQuery } from '../data/record-query';
import { RecordsClient } from '../data/records-client';
import { type AddedFilter, AddFilter } from '../ui/add-filter';
import { RecordHistogramChart } from '../ui/record-histogram-chart';
import { RecordTable } from '../ui/record-table';

/** The rows of a model. Its address holds what they are narrowed to and sorted by, as the API takes it. */
@Component({
  selector: 'sm-record-list-page',
  imports: [
    AddFilter,
    EmptyNote,
    FilterChips,
    Icon,
    LoadMore,
    MomentPipe,
    OutageNote,
    PageHead,
    Panel,
    RecordHistogramChart,
    RecordTable,
  ],
  templateUrl: './record-list-page.html',
  styleUrl: './record-list-page.css',
})
export class RecordListPage {
  readonly model = input.required<RecordModel>();

  private readonly route = inject(ActivatedRoute);
  private readonly address = toSignal(this.route.queryParamMap, { requireSync: true });
  /** Writes a part of the question into the address, from where it comes back. */
  private readonly ask = injectAddress();
  protected readonly scope = injectScope((parameters) =>
    unreadableSort(sortsOf(this.route.snapshot.data['model'] as RecordModel), parameters),
  );
  protected readonly query = computed(() => readQuery(this.model(), this.address()));
  private readonly client = inject(RecordsClient);
  protected readonly records = this.client.list(this.model, this.query);
  protected readonly histogram = this.client.histogram(this.model, this.query);
  protected readonly feeds = [this.records.first, this.histogram];
  protected readonly chips = computed(() => toChips(this.model(), this.query()));
  protected readonly narrowed = computed(
    () => Object.keys(this.query().filters).length > 0 || this.query().q !== undefined,
  );
  /** Where the server stopped looking for rare matches: what is shown may not be all of it. */
  protected readonly searchedTo = computed(() => this.records.last()?.searchedTo ?? null);

  protected readonly histogramNote = computed(() =>
    this.histogram.value()?.points.some(({ isExact }) => !isExact)
      ? 'Busy parts are estimated from their first rows'
      : this.scope.rangeName(),
  );

  protected refresh(): void {
    for (const feed of this.feeds) feed.reload();
  }

  protected search(q: string): void {
    this.ask({ q: q.trim() || null });
  }

  protected sortBy({ sort, order }: SortOrder): void {
    this.ask({ sort, order });
  }

  /** Values of one column stand beside each other; a limit takes the place of the one before. */
  protected narrow({ parameter, value }: AddedFilter): void {
    const given = this.query().filters[parameter] ?? [];
    const isLimit = /(From|To)$/.test(parameter) && !(parameter in this.model().columns);
    this.ask({ [parameter]: isLimit ? value : [...new Set([...given, value])] });
  }

  protected remove({ parameter, given }: RecordChip): void {
    const left = (this.query().filters[parameter] ?? []).filter((value) => value !== given);
    this.ask({ [parameter]: left.length > 0 ? left : null });
  }

  protected widen(): void {
    const narrowing = [...Object.keys(this.query().filters), 'q'];
    this.ask(Object.fromEntries(narrowing.map((name) => [name, null])));
  }
}
