import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TopEndpoint } from '@scitex/monitoring-contracts';
import { CountPipe, MsPipe, RatePipe } from '../../../shared/util-format/format.pipes';

/** The busiest routes and how they fared; an error rate leads to the route's errors. */
@Component({
  selector: 'sm-top-endpoints',
  imports: [CountPipe, MsPipe, RatePipe, RouterLink],
  templateUrl: './top-endpoints.html',
  styleUrl: './top-endpoints.css',
})
export class TopEndpoints {
  readonly endpoints = input.required<readonly TopEndpoint[]>();
}
