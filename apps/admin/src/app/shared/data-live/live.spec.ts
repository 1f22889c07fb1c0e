import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Subscription } from 'rxjs';
import { Session } from '../data-session/session';
import { Live } from './live';
import type { LiveEvent } from './live-connection';

const SUMMARY = { from: '', to: '', stale: false, refetch: false, sources: [] };

interface Part {
  readonly done: boolean;
  readonly value?: string;
}

/** A stream that the server has opened, already decoded: jsdom has no streams. */
class Opened {
  private readonly parts: Part[] = [];
  private wake: (() => void) | undefined;
  private readonly read = async (): Promise<Part> => {
    while (this.parts.length === 0 && !this.signal.aborted)
      await new Promise<void>((resolve) => (this.wake = resolve));
    this.signal.throwIfAborted();
    return this.parts.shift() ?? { done: true };
  };

  readonly answer = {
    ...{ ok: true, status: 200 },
    body: { pipeThrough: () => ({ getReader: () => ({ read: this.read }) }) },
  };

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener('abort', () => this.wake?.());
  }

  say(type: string, data: unknown, id = '1'): Promise<void> {
    return this.add({ done: false, value: `event: ${type}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n` });
  }

  end(): Promise<void> {
    return this.add({ done: true });
  }

  private async add(part: Part): Promise<void> {
    this.parts.push(part);
    this.wake?.();
    await settle();
  }
}
Object.assign(globalThis, { TextDecoderStream: class {} });

interface Call {
  readonly headers: Record<string, string>;
  readonly signal: AbortSignal;
  answer(answer: object): void;
  fail(): void;
}

let live: Live;
let calls: Call[];
let events: LiveEvent[];
let hidden: boolean;
const followers: Subscription[] = [];
let token = signal<string | undefined>('first');
const refresh = jest.fn<() => Promise<string>>();

beforeEach(() => {
  jest.useFakeTimers();
  calls = [];
  events = [];
  hidden = false;
  token = signal<string | undefined>('first');
  refresh.mockReset().mockResolvedValue('signed-in');
  jest.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
  jest.spyOn(Math, 'random').mockReturnValue(1);
  globalThis.fetch = ((
    _url: string,
    { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
  ) =>
    new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
      calls.push({
        headers,
        signal,
        answer: resolve as Call['answer'],
        fail: () => reject(new Error('away')),
      });
    })) as unknown as typeof fetch;
  TestBed.configureTestingModule({
    providers: [{ provide: Session, useValue: { accessToken: token, refresh } }],
  });
  live = TestBed.inject(Live);
});
afterEach(async () => {
  for (const follower of followers.splice(0)) follower.unsubscribe();
  await settle(1000);
  jest.restoreAllMocks();
  jest.useRealTimers();
});

const follow = () => {
  const follower = live.events.subscribe((event) => events.push(event));
  followers.push(follower);
  return follower;
};
const settle = (milliseconds = 0) => jest.advanceTimersByTimeAsync(milliseconds);
const call = (index: number): Call => {
  const found = calls[index];
  if (!found) throw new Error(`There was no call ${index}: ${calls.length} in all.`);
  return found;
};
async function openNext(index: number): Promise<Opened> {
  const opened = new Opened(call(index).signal);
  call(index).answer(opened.answer);
  await settle();
  await opened.say('summary', SUMMARY, `s-${index}`);
  return opened;
}
function show(visible: boolean): void {
  hidden = !visible;
  document.dispatchEvent(new Event('visibilitychange'));
}

it('has one stream for all that follow, and none for nobody', async () => {
  const [one, two] = [follow(), follow()];
  await settle();
  const opened = await openNext(0);
  expect(call(0).headers).toEqual({ authorization: 'Bearer first' });
  expect(live.state()).toEqual({ name: 'live' });
  await opened.say('error', { id: 'e' });
  expect(events.map(({ type }) => type)).toEqual(['summary', 'summary', 'error', 'error']);
  one.unsubscribe();
  two.unsubscribe();
  await settle(1000);
  expect([calls.length, call(0).signal.aborted, live.state().name]).toEqual([1, true, 'off']);
});

it('stays open from one page to the next', async () => {
  follow().unsubscribe();
  await settle(500);
  follow();
  await settle(5000);
  expect(calls).toHaveLength(1);
});

it('goes on after a stream that ended, quietly, from where it was', async () => {
  follow();
  await settle();
  const opened = await openNext(0);
  await settle(6000);
  await opened.end();
  await settle(500);
  expect(live.state()).toEqual({ name: 'live' });
  expect(call(1).headers['last-event-id']).toBe('s-0');
});

it('tries ever later while the server is away, says that it does, and since when it has heard nothing', async () => {
  follow();
  await settle();
  const opened = await openNext(0);
  await settle(6000);
  const cutAt = new Date();
  await opened.say('error', {});
  await opened.end();
  await settle(500);
  call(1).fail();
  await settle();
  expect(live.state()).toEqual({ name: 'reconnecting' });
  for (const [index, delay] of [1000, 2000, 4000, 8000].entries()) {
    await settle(delay - 1);
    expect(calls).toHaveLength(index + 2);
    await settle(1);
    call(index + 2).fail();
    await settle();
  }
  expect(live.state()).toEqual({ name: 'stale', since: cutAt });
  await settle(10_000);
  await openNext(6);
  expect(live.state()).toEqual({ name: 'live' });
});

it('gives a stream up that falls silent', async () => {
  follow();
  await settle();
  await openNext(0);
  await settle(45_000);
  expect(call(0).signal.aborted).toBe(true);
});

it('is stale at once where the server itself has lost touch with the store', async () => {
  follow();
  await settle();
  const opened = await openNext(0);
  await opened.say('summary', { ...SUMMARY, stale: true });
  expect(live.state()).toEqual({ name: 'stale', since: new Date() });
  await opened.say('summary', SUMMARY);
  expect(live.state()).toEqual({ name: 'live' });
});

it('renews a token that was refused', async () => {
  follow();
  await settle();
  refresh.mockImplementation(async () => {
    token.set('second');
    return 'signed-in';
  });
  call(0).answer({ ok: false, status: 401, body: null });
  await settle(1000);
  expect(call(1).headers['authorization']).toBe('Bearer second');
});

it('ends with the session', async () => {
  follow();
  await settle();
  refresh.mockResolvedValue('signed-out');
  call(0).answer({ ok: false, status: 401, body: null });
  await settle(60_000);
  expect([calls.length, live.state().name]).toEqual([1, 'off']);
});

it('rests while the tab is hidden, and goes on from where it was', async () => {
  follow();
  await settle();
  await openNext(0);
  show(false);
  await settle(60_000);
  expect([calls.length, call(0).signal.aborted]).toEqual([1, true]);
  show(true);
  await settle();
  expect(call(1).headers['last-event-id']).toBe('s-0');
});
