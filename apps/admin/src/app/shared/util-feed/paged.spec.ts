import { HttpClient, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Feed } from './feed';
import { type Paged, toPaged } from './paged';

interface Page {
  items: string[];
  total: number;
  nextCursor: string | null;
}

const first = signal<Page | undefined>(undefined);
let paged: Paged<Page>;
let backend: HttpTestingController;

const nextPage = () => backend.expectOne((request) => request.params.has('cursor'));

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  backend = TestBed.inject(HttpTestingController);
  first.set({ items: ['a'], total: 3, nextCursor: 'after-a' });
  paged = toPaged<Page>({ value: first } as unknown as Feed<Page>, TestBed.inject(HttpClient), () => ({
    url: 'api/errors',
    params: { hours: 24 },
  }));
});

afterEach(() => backend.verify());

it('adds the page behind the cursor', () => {
  paged.loadMore();
  const call = nextPage();
  expect(call.request.urlWithParams).toBe('api/errors?hours=24&cursor=after-a');
  call.flush({ items: ['b', 'c'], total: 3, nextCursor: null });
  expect([paged.items(), paged.hasMore(), paged.total()]).toEqual([['a', 'b', 'c'], false, 3]);
});

it('asks for nothing behind the last page, and for one page at a time', () => {
  paged.loadMore();
  paged.loadMore();
  nextPage().flush({ items: ['b'], total: 2, nextCursor: null });
  paged.loadMore();
});

it('keeps what is there where a page fails, and says why', () => {
  paged.loadMore();
  nextPage().flush(null, { status: 500, statusText: 'Broken' });
  expect(paged.items()).toEqual(['a']);
  expect(paged.moreProblem()?.status).toBe(500);
  expect(paged.hasMore()).toBe(true);
});

it('leaves out a page of the question before', () => {
  paged.loadMore();
  first.set({ items: ['x'], total: 1, nextCursor: null });
  nextPage().flush({ items: ['b'], total: 3, nextCursor: null });
  expect(paged.items()).toEqual(['x']);
});
