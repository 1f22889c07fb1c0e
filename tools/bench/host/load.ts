import { Agent, get } from 'node:http';

export interface Load {
  readonly requests: number;
  /** Kept alive. */
  readonly connections: number;
  /** What every answer must have. */
  readonly status: number;
}

/** Sends requests, and waits for every answer. */
export async function load(url: string, { requests, connections, status }: Load): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = requests;
  const connection = async () => {
    while (left-- > 0) await request(url, status, agent);
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
}

/** The body of the answer, which must have that status. */
export function request(url: string, status = 200, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        response.statusCode === status
          ? resolve(body)
          : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    call.on('error', reject);
  });
}
