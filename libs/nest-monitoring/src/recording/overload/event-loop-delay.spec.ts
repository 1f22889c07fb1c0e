import { setTimeout as pause } from 'node:timers/promises';
import { EventLoopDelay } from './event-loop-delay.js';

function burn(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('EventLoopDelay', () => {
  let delay: EventLoopDelay;
  afterEach(() => delay.stop());

  it('measures nothing while no delay is possible that matters', async () => {
    delay = new EventLoopDelay(60_000);
    burn(100);
    await pause(30);
    expect(delay.read()).toBeNull();
    burn(100);
    await pause(30);
    expect(delay.read()).toBeNull();
  });

  it('measures once the loop is busy, and finds the longest of a few delays', async () => {
    delay = new EventLoopDelay(100);
    burn(150);
    await pause(1);
    expect(delay.read()).toBeNull();
    await pause(60);
    burn(300);
    await pause(60);
    expect(delay.read()).toBeGreaterThan(250);
  });

  it('finds a delay that leaves the timer no look at all', async () => {
    delay = new EventLoopDelay(100);
    burn(150);
    await pause(1);
    delay.read();
    burn(400);
    expect(delay.read()).toBeGreaterThanOrEqual(400);
  });

  it('does not keep the process from ending', async () => {
    delay = new EventLoopDelay(1);
    burn(20);
    await pause(1);
    delay.read();
    expect(process.getActiveResourcesInfo()).not.toContain('ELDHISTOGRAM');
  });
});
