import { convertToParamMap } from '@angular/router';
import { RECORD_MODELS, type RecordModel } from '@scitex/monitoring-contracts';
import { toChips } from './record-chips';
import { readQuery } from './record-query';

const model = RECORD_MODELS.find(({ path }) => path === 'system-metrics') as RecordModel;
const read = (address: string) => {
  const names = [...new URLSearchParams(address).keys()];
  const all = (name: string) => new URLSearchParams(address).getAll(name);
  return readQuery(model, convertToParamMap(Object.fromEntries(names.map((name) => [name, all(name)]))));
};

it('reads what an address asks of a list, and passes over what no list knows', () => {
  expect(
    read('hours=6&statusCode=500&statusCode=503&valueFrom=100&empty=userId&q=a&sort=value&order=asc&x=1'),
  ).toEqual({
    range: { hours: 6 },
    filters: { statusCode: ['500', '503'], valueFrom: ['100'], empty: ['userId'] },
    q: 'a',
    sort: 'value',
    order: 'asc',
  });
});

it('asks for the newest rows of the last day where an address says nothing that can be read', () => {
  const newest = { range: { hours: 24 }, filters: {}, q: undefined, sort: 'timestamp', order: 'desc' };
  expect(read('')).toEqual(newest);
  expect(read('hours=x&sort=password&order=up&userId=')).toEqual(newest);
});

it('puts each filter into words, with the part of the address that it comes from', () => {
  const chips = toChips(
    model,
    read('statusCode=500&statusCode=503&valueFrom=100&empty=userId&metadata={"a":1}'),
  );
  expect(chips.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Value at least: 100',
    'Status: 500',
    'Status: 503',
    'Metadata holds: {"a":1}',
    'User: is empty',
  ]);
  expect(chips.at(-1)).toMatchObject({ parameter: 'empty', given: 'userId' });
});
