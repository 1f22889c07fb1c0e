import { queryParamsOf } from './query-params.js';
import { Scrubber } from './scrubber.js';

const params = (url: string) => queryParamsOf(url, new Scrubber());

describe('queryParamsOf', () => {
  it('gives each parameter, a list where one is given twice, and nothing where there is none', () => {
    expect(params('/x?a=1&b=2&a=3')).toEqual({ a: ['1', '3'], b: '2' });
    expect([params('/x'), params('/x?')]).toEqual([{}, {}]);
  });

  it('hides secrets by their names, and in values, encoded or not', () => {
    expect(params('/x?api%5Fkey=k&next=%2Fin%3Fpassword%3Dpw&to=https%3A%2F%2Fa%3Ab%40h&author=Ada')).toEqual(
      {
        api_key: '[scrubbed]',
        next: '/in?password=[scrubbed]',
        to: 'https://[scrubbed]@h',
        author: 'Ada',
      },
    );
  });

  it('says what it leaves out', () => {
    expect(params(`/x?a=${'b'.repeat(10_000)}`)['…']).toBe('[5906 more characters]');
    const many = Array.from({ length: 70 }, (_, index) => `p${index}=1`).join('&');
    expect(params(`/x?${many}`)['…']).toBe('[6 more]');
  });
});
