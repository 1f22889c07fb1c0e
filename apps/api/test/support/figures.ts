import type { z } from 'zod';
import type { TestApp } from './test-app.js';

/**
 * Rows compare exactly, but for the last digits of sums that two plans add up in a different order, and for percentiles,
 * which are as exact as a histogram's bins.
 */
export const near = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? value : expect.closeTo(value, 6);
  if (Array.isArray(value)) return value.map(near);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]: [string, unknown]) => {
    const isPercentile = typeof inner === 'number' && /^p\d\d$/.test(key);
    return [key, isPercentile ? about(inner) : near(inner)];
  });
  return Object.fromEntries(entries) as unknown;
};

const about = (exact: number) => ({
  asymmetricMatch: (value: unknown) => typeof value === 'number' && Math.abs(value - exact) <= 0.016 * exact,
  toAsymmetricMatcher: () => `about ${exact}`,
});

/** What the API answers to a call that it has to take. */
export async function readAnswer<S extends z.ZodType>(
  server: TestApp,
  schema: S,
  path: string,
  query: object,
): Promise<z.infer<S>> {
  const parameters = new URLSearchParams(query as Record<string, string>);
  const answer = await server.get(`${path}?${parameters}`);
  expect(answer.status).toBe(200);
  return schema.parse(await answer.json());
}

/** An object without one of its fields. */
export function without(object: object, field: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}
