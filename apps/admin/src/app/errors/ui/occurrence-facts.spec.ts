import type { Occurrence } from '@scitex/monitoring-contracts';
import { toFacts } from './occurrence-facts';

const OCCURRENCE: Occurrence = {
  ...{ id: '01990000-0000-7000-8000-000000000001', timestamp: '2026-11-23T12:00:00.000Z' },
  ...{ app: 'shop', environment: 'production', release: null, instance: 'web-1', severity: 'high' },
  ...{
    errorType: 'TypeError',
    message: 'x is undefined',
    stackTrace: null,
    endpoint: '/cart',
    method: 'GET',
  },
  ...{ userId: null, userAgent: null, ipAddress: null, traceId: null, metadata: {}, weight: 1 },
};
const factsOf = (changes: Partial<Occurrence>) =>
  Object.fromEntries(toFacts({ ...OCCURRENCE, ...changes }).map(({ name, value }) => [name, value]));

it('tells what is known, its own metadata last, and leaves out what is not', () => {
  const facts = toFacts({ ...OCCURRENCE, userId: 'ada', metadata: { cart: { items: 2 }, empty: {} } });
  expect(facts.map(({ name }) => name)).toEqual(['Time', 'Request', 'User', 'Instance', 'metadata.cart']);
  expect(factsOf({})).toMatchObject({ Request: 'GET /cart', Instance: 'web-1' });
});

it('says how many occurrences one stands for, where it is more than itself', () => {
  expect(factsOf({ weight: 1_200 })['Stands for']).toBe('1,200 alike');
  expect(factsOf({})).not.toHaveProperty('Stands for');
});
