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
export function apiCallRows(
  carried: Params,
  narrowing: Narrowing<
    | 'apiName'
    | 'success'
    | 'statusCode'
    | 'failure'
    | 'endpoint'
    | 'method'
    | 'empty'
    | 'filled'
    | 'sort'
    | 'order'
  > = {},
): Target {
  return target('/admin/api-usage-metrics', carried, narrowing);
}

/** What users did, behind a figure. */
export function activityRows(
  carried: Params,
  narrowing: Narrowing<'activityType' | 'userId' | 'module' | 'feature' | 'empty'> = {},
): Target {
  return target('/admin/user-activities', carried, narrowing);
}

/** The occurrences of errors behind a figure. */
export function errorRows(carried: Params, narrowing: Narrowing<'userId'> = {}): Target {
  return target('/admin/error-logs', carried, narrowing);
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
  return target('/endpoints', ofAllRoutes(carried), {});
}

/** All about one user, whatever routes they use. */
export function userPage(carried: Params, user: string): Target {
  return target('/activity/users', ofAllRoutes(carried), { user });
}

/** The dashboard of one route. */
export function routeDashboard(carried: Params, narrowing: Narrowing<'endpoint' | 'method'>): Target {
  return target('/', carried, narrowing);
}

/** How each external API fared. */
export function apiList(carried: Params): Target {
  return target('/apis', carried, {});
}

/** All about one external API. */
export function apiPage(carried: Params, api: string): Target {
  return target('/apis/detail', carried, { api });
}

function ofAllRoutes(carried: Params): Params {
  const others = Object.entries(carried).filter(([name]) => name !== 'endpoint' && name !== 'method');
  return Object.fromEntries(others);
}

/** A span of its own takes the place of the hours that the page covers. */
function target(path: string, { hours, ...carried }: Params, narrowing: Params): Target {
  const covered = 'from' in narrowing || hours === undefined ? {} : { hours };
  return { path, queryParams: { ...covered, ...carried, ...narrowing } };
}
