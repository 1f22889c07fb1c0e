import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordModel } from '@scitex/monitoring-contracts';
import { Icon } from '../../shared/ui/icon/icon';
import { ProblemNote } from '../../shared/ui/notes/problem-note';
import { Panel } from '../../shared/ui/panel/panel';
import { RecordsClient } from '../data/records-client';
import { relatedRows } from '../data/related-rows';
import { RecordFacts } from '../ui/record-facts';

/** One row, all of it, and the ways to what belongs to it. */
@Component({
  selector: 'sm-record-page',
  imports: [Icon, Panel, ProblemNote, RecordFacts, RouterLink],
  templateUrl: './record-page.html',
  styleUrl: './record-page.css',
})
export class RecordPage {
  readonly model = input.required<RecordModel>();
  readonly id = input.required<string>();

  protected readonly row = inject(RecordsClient).row(this.model, this.id);
  protected readonly missing = computed(() => [400, 404].includes(this.row.problem()?.status ?? 0));
  protected readonly groupId = computed(() => this.row.value()?.['groupId']);
  protected readonly related = computed(() => {
    const row = this.row.value();
    return row ? relatedRows(row) : [];
  });
}
