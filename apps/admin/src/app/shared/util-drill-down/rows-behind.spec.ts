import { activityRows, errorGroups, requestRows, routeList, routePage, userTimeline } from './rows-behind';

it('leads to the rows behind a figure, with the same range and filters', () => {
  expect(requestRows({ hours: 6, app: 'shop' }, { statusCode: 503 })).toEqual({
    path: '/admin/system-metrics',
    queryParams: { hours: 6, app: 'shop', metricType: 'response_time', statusCode: 503 },
  });
});

it('leads to the rows of a point alone', () => {
  const span = { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T10:15:00.000Z' };
  expect(activityRows({ hours: 6, environment: 'production' }, span).queryParams).toEqual({
    environment: 'production',
    ...span,
  });
  expect(activityRows({ from: 'a', to: 'b' }, span).queryParams).toEqual(span);
});

it('narrows further than the page does', () => {
  expect(errorGroups({ endpoint: '/a' }, { endpoint: '/b', method: 'GET' }).queryParams).toEqual({
    endpoint: '/b',
    method: 'GET',
  });
});

it('leads to all about one route', () => {
  expect(routePage({ hours: 6 }, { endpoint: '/a', method: 'GET' })).toEqual({
    path: '/endpoints/detail',
    queryParams: { hours: 6, endpoint: '/a', method: 'GET' },
  });
});

it('leaves the route behind, and nothing else, where a page is of none', () => {
  const carried = { hours: 6, app: 'shop', endpoint: '/a', method: 'GET' };
  expect(routeList(carried)).toEqual({ path: '/endpoints', queryParams: { hours: 6, app: 'shop' } });
  expect(userTimeline(carried, 'ada')).toEqual({
    path: '/activity/users',
    queryParams: { hours: 6, app: 'shop', user: 'ada' },
  });
});
