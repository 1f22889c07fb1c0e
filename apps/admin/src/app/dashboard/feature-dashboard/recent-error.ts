import { Component, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ErrorGroup } from '@scitex/monitoring-contracts';
import { SeverityBadge } from '../../shared/ui/badges/severity-badge';
import { Icon } from '../../shared/ui/icon/icon';
import { ErrorNamePipe } from '../../shared/util-format/error-name';
import { AgePipe, CountPipe, MomentPipe } from '../../shared/util-format/format.pipes';
import { RecentErrorStack } from './recent-error-stack';

/** One error in a line, that unfolds to its newest stack trace. */
@Component({
  selector: 'sm-recent-error',
  imports: [AgePipe, CountPipe, ErrorNamePipe, Icon, MomentPipe, RecentErrorStack, RouterLink, SeverityBadge],
  templateUrl: './recent-error.html',
  styleUrl: './recent-error.css',
})
export class RecentError {
  readonly error = input.required<ErrorGroup>();
  protected readonly opened = signal(false);
}
