import type { Endpoint, EndpointSort } from '@scitex/monitoring-contracts';

/** Sorted by a figure, those without it last; ties stay in the order that they come in. */
export function sortEndpoints(
  endpoints: readonly Endpoint[],
  sort: EndpointSort,
  order: 'asc' | 'desc',
): Endpoint[] {
  const sign = order === 'asc' ? 1 : -1;
  return endpoints.toSorted((a, b) => {
    const [one, other] = [figureOf(a, sort), figureOf(b, sort)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}

function figureOf(endpoint: Endpoint, sort: EndpointSort): number | null {
  if (sort !== 'change') return endpoint[sort];
  const { p95, previous } = endpoint;
  return previous && previous.p95 > 0 ? p95 / previous.p95 - 1 : null;
}
