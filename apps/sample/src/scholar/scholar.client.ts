import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Paper } from './catalogue.js';
import { LoopbackAgent } from './loopback.agent.js';
import { ScholarServer } from './scholar.server.js';

const TIMEOUT_MS = 5000;

/** What the outside world answered. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

@Injectable()
export class ScholarClient {
  private readonly agent: LoopbackAgent;

  constructor(server: ScholarServer) {
    this.agent = new LoopbackAgent(() => server.port);
  }

  /** @throws Error when the index does not answer with 200 */
  async search(query: string): Promise<readonly Paper[]> {
    const { status, body } = await this.get(
      `http://index.scholar.test/search?q=${encodeURIComponent(query)}`,
    );
    if (status !== 200) throw new Error(`index.scholar.test answered ${status}`);
    return body as Paper[];
  }

  /** The paper, or null where the registry knows none by this id. */
  async find(id: string): Promise<Paper | null> {
    const { status, body } = await this.get(`http://registry.doi.test/works/${encodeURIComponent(id)}`);
    return status === 200 ? (body as Paper) : null;
  }

  private async get(url: string): Promise<Answer> {
    const request = get(url, { agent: this.agent, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    return { status: response.statusCode ?? 0, body: await json(response) };
  }
}
