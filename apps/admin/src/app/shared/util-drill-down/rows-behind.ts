import type { Params } from '@angular/router';

/** A page, and what its address asks of it. */
export interface Target {
  readonly path: string;
  readonly queryParams: Params;
}

/** What a figure is narrowed to: the parameters of the page that its rows are shown on. */
type Narrowing<Name extends string> = Readonly<
  Partial<Record<Name | 'from' | 'to', string | number | boolean>>
>;

/** The requests behind a figure. @param carried what the page looks at, as its address says */
export function requestRows(
  carried: Params,
  narrowing: Narrowing<
    'endpoint' | 'method' | 'release' | 'empty' | 'statusCode' | 'userId' | 'sort' | 'order'
  > = {},
): Target {
  return target('/admin/system-metrics', carried, { metricType: 'response_time', ...narrowing });
}

/** The outbound calls behind a figure. */
export function apiCallRows(carried: Params, narrowing: Narrowing<'apiName' | 'success'> = {}): Target {
  return target('/admin/api-usage-metrics', carried, narrowing);
}

/** What users did, behind a figure. */
export function activityRows(carried: Params, narrowing: Narrowing<'activityType' | 'userId'> = {}): Target {
  return target('/admin/user-activities', carried, narrowing);
}

/** The errors behind a figure, those of one cause in one row. */
export function errorGroups(carried: Params, narrowing: Narrowing<'endpoint' | 'method'> = {}): Target {
  return target('/errors', carried, narrowing);
}

/** One of them. */
export function requestRow(carried: Params, id: string): Target {
  return target(`/admin/system-metrics/${id}`, carried, {});
}

/** The errors of one cause. */
export function errorGroup(carried: Params, id: string): Target {
  return target(`/errors/${id}`, carried, {});
}

/** All about one route. */
export function routePage(carried: Params, narrowing: Narrowing<'endpoint' | 'method'>): Target {
  return target('/endpoints/detail', carried, narrowing);
}

/** All routes. */
export function routeList(carried: Params): Target {
  return target('/endpoints', beyondRoute(carried), {});
}

/** What one user of the monitored applications did, whatever routes they used. */
export function userTimeline(carried: Params, user: string): Target {
  return target('/activity/users', beyondRoute(carried), { user });
}

/** The dashboard of one route. */
export function routeDashboard(carried: Params, narrowing: Narrowing<'endpoint' | 'method'>): Target {
  return target('/', carried, narrowing);
}

/** What a page of one route looks at, but for the route. */
function beyondRoute(carried: Params): Params {
  return Object.fromEntries(
    Object.entries(carried).filter(([name]) => name !== 'endpoint' && name !== 'method'),
  );
}

/** A span of its own takes the place of the hours that the page covers. */
function target(path: string, { hours, ...carried }: Params, narrowing: Params): Target {
  const covered = 'from' in narrowing || hours === undefined ? {} : { hours };
  return { path, queryParams: { ...covered, ...carried, ...narrowing } };
}
