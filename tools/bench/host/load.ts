import { Agent, get } from 'node:http';

/** Sends so many requests over so many kept-alive connections, and waits for every answer. */
export async function load(url: string, requests: number, connections: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let left = requests;
  const connection = async () => {
    while (left-- > 0) await request(url, agent);
  };
  await Promise.all(Array.from({ length: connections }, connection));
  agent.destroy();
}

/** The body of the answer. */
export function request(url: string, agent?: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const call = get(url, { agent }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(body)
          : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    call.on('error', reject);
  });
}
