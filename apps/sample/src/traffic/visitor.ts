import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { exponential, pick } from './chance.js';

const USERS = ['ada', 'alan', 'barbara', 'carl', 'emmy', 'grace', 'marie', 'noor', 'rosalind'] as const;
const BROWSERS = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
] as const;
const THINKING_MS = 900;
const PATIENCE_MS = 10_000;

/** Somebody with a browser, signed in or not, who thinks before each click and lives with every answer. */
export class Visitor {
  private readonly headers: Record<string, string> = {
    'content-type': 'application/json',
    'user-agent': pick(BROWSERS),
  };

  constructor(private readonly url: string) {}

  signIn(): void {
    this.headers['x-user'] = pick(USERS);
    this.headers['x-session'] = randomUUID();
  }

  /** What the answer holds; undefined where it is no JSON, or no answer comes. */
  async request(method: string, path: string, body?: unknown): Promise<unknown> {
    await pause(exponential(THINKING_MS));
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      const { headers } = this;
      const response = await fetch(this.url + path, { method, headers, signal, body: JSON.stringify(body) });
      return JSON.parse(await response.text());
    } catch {
      return undefined;
    }
  }
}
