import { httpResource, provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type Feed, toFeed } from './feed';

const hours = signal(24);
let feed: Feed<string>;
let backend: HttpTestingController;

/** Lets the resource ask for what its signals call for, or take in what it was answered. */
const settle = () => TestBed.inject(ApplicationRef).whenStable();
const ask = async () => {
  TestBed.tick();
  return backend.expectOne((request) => request.url === 'api/figures');
};
const answer = async (body: string) => {
  (await ask()).flush(body);
  await settle();
};
const fail = async (status = 503) => {
  const problem = { type: 'about:blank', title: 'Away', status, detail: 'The store is away.' };
  (await ask()).flush(problem, { status, statusText: 'Away' });
  await settle();
};

beforeEach(() => {
  hours.set(24);
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  backend = TestBed.inject(HttpTestingController);
  feed = TestBed.runInInjectionContext(() =>
    toFeed(httpResource<string>(() => ({ url: 'api/figures', params: { hours: hours() } }))),
  );
});

it('has nothing until the first answer, then the answer and when it came', async () => {
  expect(feed.value()).toBeUndefined();
  await answer('first');
  expect(feed.value()).toBe('first');
  expect(feed.updatedAt()).toBeInstanceOf(Date);
});

it('keeps the last answer while it reloads', async () => {
  await answer('first');
  feed.reload();
  const call = await ask();
  expect([feed.value(), feed.loading(), feed.outdated()]).toEqual(['first', true, false]);
  call.flush('second');
  await settle();
  expect(feed.value()).toBe('second');
});

it('keeps the last answer, with the problem, where a reload fails; the next success clears the problem', async () => {
  await answer('first');
  feed.reload();
  await fail();
  expect([feed.value(), feed.problem()?.detail]).toEqual(['first', 'The store is away.']);
  feed.reload();
  await answer('second');
  expect([feed.value(), feed.problem()]).toEqual(['second', undefined]);
});

it('knows since when its calls fail, until one succeeds', async () => {
  await answer('first');
  feed.reload();
  await fail();
  const since = feed.failingSince();
  expect(since).toBeInstanceOf(Date);
  feed.reload();
  await fail();
  expect(feed.failingSince()).toBe(since);
  feed.reload();
  await answer('second');
  expect(feed.failingSince()).toBeUndefined();
});

it('marks an answer outdated while another question is asked', async () => {
  await answer('a day');
  hours.set(1);
  const call = await ask();
  expect([feed.value(), feed.outdated()]).toEqual(['a day', true]);
  call.flush('an hour');
  await settle();
  expect([feed.value(), feed.outdated()]).toEqual(['an hour', false]);
});

it('drops an answer to another question where the new one fails', async () => {
  await answer('a day');
  hours.set(1);
  TestBed.tick();
  expect(feed.outdated()).toBe(true);
  await fail();
  expect([feed.value(), feed.problem()?.title]).toEqual([undefined, 'Away']);
});
