import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service } from '@angular/core';
import type { PutThresholds, Thresholds } from '@scitex/monitoring-contracts';
import { firstValueFrom } from 'rxjs';
import { type Feed, toFeed } from '../../shared/util-feed/feed';

/** What health is judged by. */
@Service()
export class ThresholdsClient {
  private readonly http = inject(HttpClient);

  list(): Feed<Thresholds> {
    return toFeed(httpResource<Thresholds>(() => 'api/settings/thresholds'));
  }

  put(thresholds: PutThresholds): Promise<Thresholds> {
    return firstValueFrom(this.http.put<Thresholds>('api/settings/thresholds', thresholds));
  }
}
