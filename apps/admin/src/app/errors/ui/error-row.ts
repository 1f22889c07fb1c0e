import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ErrorGroup } from '@scitex/monitoring-contracts';
import { SeverityBadge } from '../../shared/ui/badges/severity-badge';
import { StatusBadge } from '../../shared/ui/badges/status-badge';
import { SparkBars } from '../../shared/ui/spark-bars/spark-bars';
import { ErrorNamePipe } from '../../shared/util-format/error-name';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';

/** One group of errors in the list. */
@Component({
  selector: 'sm-error-row',
  imports: [AgePipe, CountPipe, ErrorNamePipe, MomentPipe, RouterLink, SeverityBadge, SparkBars, StatusBadge],
  templateUrl: './error-row.html',
  styleUrl: './error-row.css',
})
export class ErrorRow {
  readonly error = input.required<ErrorGroup>();
}
