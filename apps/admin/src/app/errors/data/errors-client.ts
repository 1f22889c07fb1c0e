import { HttpClient, httpResource } from '@angular/common/http';
import { inject, Service, type Signal } from '@angular/core';
import type { ErrorDetail, ErrorList, OccurrenceList } from '@scitex/monitoring-contracts';
import { type Feed, toFeed } from '../../shared/util-feed/feed';
import { type Paged, toPaged } from '../../shared/util-feed/paged';
import { scopeParams } from '../../shared/util-scope/read-scope';
import type { ErrorQuery } from './error-query';

const PAGE_SIZE = 25;

/** A group's page shows its whole life: the longest range that a call may cover. */
const WHOLE_LIFE_HOURS = 8784;

/** The reads of errors. */
@Service()
export class ErrorsClient {
  private readonly http = inject(HttpClient);

  list(query: Signal<ErrorQuery>): Paged<ErrorList> {
    const request = () => ({
      url: 'api/errors',
      params: { ...scopeParams(query()), pageSize: PAGE_SIZE },
    });
    return toPaged(toFeed(httpResource<ErrorList>(request)), this.http, request);
  }

  error(id: Signal<string>): Feed<ErrorDetail> {
    return toFeed(httpResource<ErrorDetail>(() => (isErrorId(id()) ? errorUrl(id()) : undefined)));
  }

  occurrences(id: Signal<string>): Paged<OccurrenceList> {
    const request = () => ({
      url: `${errorUrl(id())}/occurrences`,
      params: { hours: WHOLE_LIFE_HOURS, pageSize: PAGE_SIZE },
    });
    return toPaged(
      toFeed(httpResource<OccurrenceList>(() => (isErrorId(id()) ? request() : undefined))),
      this.http,
      request,
    );
  }
}

/** Nothing else names an error: there is no use in asking the server for it. */
export function isErrorId(id: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
}

function errorUrl(id: string): string {
  return `api/errors/${encodeURIComponent(id)}`;
}
