import { Component, inject, input } from '@angular/core';
import { ProblemNote } from '../../shared/ui/notes/problem-note';
import { StackTrace } from '../../shared/ui/stack-trace/stack-trace';
import { DashboardClient } from '../data/dashboard-client';

/** The stack of an error's newest occurrence, read when it is first unfolded. */
@Component({
  selector: 'sm-recent-error-stack',
  imports: [ProblemNote, StackTrace],
  template: `
    @if (error.value(); as error) {
      <sm-stack-trace [stack]="error.latest?.stackTrace ?? null" />
    } @else if (error.problem(); as problem) {
      <sm-problem-note [problem]="problem" (retry)="error.reload()" />
    } @else {
      <div class="skeleton" role="status"><span class="visually-hidden">Loading the stack trace</span></div>
    }
  `,
  styles: `
    .skeleton {
      height: 9rem;
    }
  `,
})
export class RecentErrorStack {
  readonly errorId = input.required<string>();
  protected readonly error = inject(DashboardClient).error(this.errorId);
}
