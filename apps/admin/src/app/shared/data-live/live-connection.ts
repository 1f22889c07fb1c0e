import type { LiveEvents } from '@scitex/monitoring-contracts';
import { createParser } from 'eventsource-parser';

/** An event of the stream, by its name. */
export type LiveEvent = {
  [Name in keyof LiveEvents]: { readonly type: Name; readonly data: LiveEvents[Name] };
}[keyof LiveEvents];

export interface ConnectionOptions {
  readonly token: string | undefined;
  /** Of the last event that was read. */
  readonly lastEventId: string | undefined;
  readonly signal: AbortSignal;
  /** The server answered: what happens from now on is told. */
  onOpen(): void;
  /** It shows that it lives. */
  onHeard(): void;
  onEvent(event: LiveEvent, id: string): void;
}

/** The server lets nothing be silent for longer than 15 s; what is silent for three times as long is dead. */
const SILENT_MS = 45_000;

const NAMES = ['summary', 'health', 'error'] as const;

/**
 * Reads the stream until the server ends it. By fetch, as an EventSource cannot send the access token.
 * @returns the status that the server answered with
 * @throws where the connection breaks, or falls silent
 */
export async function readLive(options: ConnectionOptions): Promise<number> {
  const { token, lastEventId, signal, onOpen, onHeard, onEvent } = options;
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENT_MS);
  const hear = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENT_MS);
    onHeard();
  };
  const parser = createParser({
    onEvent: ({ event, id = '', data }) => {
      const type = NAMES.find((name) => name === event);
      if (type) onEvent({ type, data: JSON.parse(data) } as LiveEvent, id);
    },
  });
  try {
    const answer = await fetch('api/stream', {
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(lastEventId && { 'last-event-id': lastEventId }),
      },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!answer.ok || !answer.body) return answer.status;
    onOpen();
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      hear();
      parser.feed(part.value);
    }
    return answer.status;
  } finally {
    clearTimeout(timer);
  }
}
