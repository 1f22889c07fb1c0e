import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shared/ui/icon/icon';
import { LoadMore } from '../../shared/ui/load-more/load-more';
import { ProblemNote } from '../../shared/ui/notes/problem-note';
import { Panel } from '../../shared/ui/panel/panel';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { ErrorsClient, isErrorId } from '../data/errors-client';
import { ErrorFacts } from '../ui/error-facts';
import { ErrorHeading } from '../ui/error-heading';
import { GroupingExplained } from '../ui/grouping-explained';
import { OccurrenceDetail } from '../ui/occurrence-detail';
import { OccurrenceRow } from '../ui/occurrence-row';

/** One group of errors over its whole life. */
@Component({
  selector: 'sm-error-page',
  imports: [
    ErrorFacts,
    ErrorHeading,
    GroupingExplained,
    Icon,
    LoadMore,
    OccurrenceDetail,
    OccurrenceRow,
    Panel,
    ProblemNote,
    RouterLink,
    SparkBars,
  ],
  templateUrl: './error-page.html',
  styleUrl: './error-page.css',
})
export class ErrorPage {
  readonly id = input.required<string>();

  private readonly client = inject(ErrorsClient);
  protected readonly error = this.client.error(this.id);
  protected readonly occurrences = this.client.occurrences(this.id);
  protected readonly missing = computed(
    () => !isErrorId(this.id()) || [400, 404].includes(this.error.problem()?.status ?? 0),
  );
}
