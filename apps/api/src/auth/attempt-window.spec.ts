import { AttemptWindow } from './attempt-window.js';

const failTimes = (window: AttemptWindow, times: number, key = 'key') => {
  for (let attempt = 0; attempt < times; attempt++) window.begin(key, 0);
};

it('refuses the attempt after the last that it allows, and says for how long', () => {
  const window = new AttemptWindow(3);
  failTimes(window, 3);
  expect(() => window.begin('key', 60_000)).toThrow('try again in 4 min');
});

it('allows attempts again when the window is over', () => {
  const window = new AttemptWindow(3);
  failTimes(window, 3);
  expect(() => window.begin('key', 300_000)).not.toThrow();
});

it('does not count what succeeded', () => {
  const window = new AttemptWindow(1);
  for (let signIn = 0; signIn < 5; signIn++) {
    window.begin('key', 0);
    window.forgive('key');
  }
  window.begin('key', 0);
  expect(() => window.begin('key', 0)).toThrow();
});

it('keeps what failed when another attempt succeeds', () => {
  const window = new AttemptWindow(3);
  failTimes(window, 3);
  window.forgive('key');
  window.begin('key', 0);
  expect(() => window.begin('key', 0)).toThrow();
});

it('counts keys apart', () => {
  const window = new AttemptWindow(1);
  failTimes(window, 1, 'one');
  expect(() => window.begin('other', 0)).not.toThrow();
});

it('forgets the oldest of more than ten thousand keys', () => {
  const window = new AttemptWindow(1);
  for (let key = 0; key <= 10_000; key++) window.begin(String(key), 0);
  expect(() => window.begin('10000', 0)).toThrow();
  expect(() => window.begin('0', 0)).not.toThrow();
});
