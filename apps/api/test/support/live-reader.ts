import { liveEventsSchema, type LiveEvents } from '@scitex/monitoring-contracts';
import { createParser } from 'eventsource-parser';

/** An event as a client reads it. */
export type ReadEvent = {
  [Name in keyof LiveEvents]: { readonly type: Name; readonly id: string; readonly data: LiveEvents[Name] };
}[keyof LiveEvents];

type Wanted = (event: ReadEvent) => boolean;

/** A client of the stream that keeps whatever it reads, and waits for what is to come. */
export class LiveReader {
  readonly events: ReadEvent[] = [];
  readonly ended: Promise<void>;
  private readonly abort = new AbortController();
  private readonly watchers = new Set<() => void>();

  private constructor(readonly answer: Response) {
    this.ended = this.read();
  }

  /** Resolves once the answer has begun. */
  static async open(base: string, token: string, query = '', lastEventId?: string): Promise<LiveReader> {
    const abort = new AbortController();
    const headers = {
      authorization: `Bearer ${token}`,
      ...(lastEventId && { 'last-event-id': lastEventId }),
    };
    const answer = await fetch(`${base}/monitoring/api/stream${query}`, { headers, signal: abort.signal });
    const reader = new LiveReader(answer);
    reader.abort.signal.addEventListener('abort', () => abort.abort());
    return reader;
  }

  /** The first event of that kind, whether it was read before or comes yet; of those from an index on. */
  async find<Name extends keyof LiveEvents>(
    type: Name,
    wanted: (data: LiveEvents[Name]) => boolean = () => true,
    from = 0,
  ): Promise<ReadEvent & { type: Name; data: LiveEvents[Name] }> {
    const isWanted: Wanted = (event) => event.type === type && wanted(event.data as LiveEvents[Name]);
    for (;;) {
      const found = this.events.slice(from).find(isWanted);
      if (found) return found as ReadEvent & { type: Name; data: LiveEvents[Name] };
      await new Promise<void>((resolve) => this.watchers.add(resolve));
    }
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.ended;
  }

  private async read(): Promise<void> {
    const parser = createParser({
      onEvent: ({ event, id, data }) => {
        const { [event as keyof LiveEvents]: schema } = liveEventsSchema.shape;
        this.events.push({ type: event, id, data: schema.parse(JSON.parse(data)) } as ReadEvent);
        for (const watcher of this.watchers) watcher();
        this.watchers.clear();
      },
    });
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.answer.body ?? []) parser.feed(decoder.decode(chunk, { stream: true }));
    } catch (error) {
      if (!this.abort.signal.aborted) throw error;
    }
  }
}
