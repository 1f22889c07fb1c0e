/// <reference lib="dom" />

import type { Browser, Page } from 'playwright-core';
import { type Notes, probe } from './probe.ts';
import type { Product } from './product.ts';

/** What one visit to the dashboard took. */
export interface Visit {
  /** Kilobytes, as they came over the wire. */
  readonly script: number;
  /** Milliseconds from the navigation to the first key figure. */
  readonly figures: number;
  /** Milliseconds from the answer to the week's chart on the screen. */
  readonly redraw: number;
  readonly layoutShift: number;
}

/** A reader who was never here before opens the dashboard's week, and has it drawn again. */
export async function visit(browser: Browser, { url, admin }: Product): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  try {
    const answer = await context.request.post('api/auth/login', { data: admin });
    if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}.`);
    const page = await context.newPage();
    await page.addInitScript(probe);
    await page.goto('?hours=168');
    await page.waitForFunction(() => notes.figuresAt > 0 && notes.drawnAt > 0);
    const script = await page.evaluate(scriptBytes);
    await untilRead(page);
    const redraw = await redrawOnce(page);
    const { figuresAt, layoutShift } = await page.evaluate(() => notes);
    return { script: script / 1000, figures: figuresAt, redraw, layoutShift };
  } finally {
    await context.close();
  }
}

/** All of its figures: the network is never idle while it is live. */
function untilRead(page: Page): Promise<void> {
  return page.locator('.turning').waitFor({ state: 'detached' });
}

async function redrawOnce(page: Page): Promise<number> {
  await page.evaluate(() => (notes.drawnAt = 0));
  await page.getByRole('button', { name: 'Refresh', exact: true }).click();
  await page.waitForFunction(() => notes.drawnAt > 0);
  await untilRead(page);
  return page.evaluate(() => {
    const reads = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const answered = reads.findLast(({ name }) => name.includes('/api/performance?'));
    return notes.drawnAt - (answered?.responseEnd ?? NaN);
  });
}

/** Runs in the page. */
function scriptBytes(): number {
  const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return loaded
    .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
    .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
}

declare global {
  /** In the page, where the probe put it. */
  var notes: Notes;
}
