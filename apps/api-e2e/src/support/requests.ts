import { readEnvironment } from './environment.js';

/** So many like requests to the sample app, and what they are known to lead to. */
export interface Kind {
  readonly count: number;
  readonly method: string;
  readonly path: string;
  /** The route's template; null where no route matches. */
  readonly endpoint: string | null;
  readonly status: number;
  readonly user?: string;
  readonly body?: object;
}

/** Sends them all, ten at a time and mixed; resolves to the mean time in milliseconds that they took here. */
export async function send(kinds: readonly Kind[]): Promise<number> {
  const requests = mix(kinds);
  let total = 0;
  const worker = async () => {
    for (let kind = requests.pop(); kind; kind = requests.pop()) {
      const taken = await sendOne(kind);
      total += taken;
    }
  };
  const count = requests.length;
  await Promise.all(Array.from({ length: 10 }, worker));
  return total / count;
}

async function sendOne({ method, path, status, user, body }: Kind): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(`${readEnvironment().sampleUrl}${path}`, {
    method,
    headers: {
      ...(user && { 'x-user': user, 'x-session': `session-of-${user}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  await answer.arrayBuffer();
  if (answer.status !== status)
    throw new Error(`${method} ${path} answered ${answer.status}, not ${status}.`);
  return performance.now() - begin;
}

/** Each kind spread evenly over the whole. */
function mix(kinds: readonly Kind[]): Kind[] {
  return kinds
    .flatMap((kind) =>
      Array.from({ length: kind.count }, (_, index) => ({ kind, at: (index + 0.5) / kind.count })),
    )
    .sort((one, other) => one.at - other.at)
    .map(({ kind }) => kind);
}
