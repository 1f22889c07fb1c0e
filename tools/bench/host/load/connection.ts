import { connect, type Socket } from 'node:net';

/** What is asked of a host, and the status that every answer must have. */
export interface Target {
  readonly origin: string;
  readonly path: string;
  readonly status: number;
}

interface UnderWay {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * A kept-alive connection with one request under way at most, always the same one. The driver shares a core with
 * PostgreSQL, and a client that serves every purpose takes as long for a request as the host that is measured.
 */
export class Connection implements Disposable {
  readonly #socket: Socket;
  readonly #target: Target;
  readonly #request: string;
  #answer = '';
  #underWay: UnderWay | undefined;

  constructor(target: Target) {
    const { hostname, port, host } = new URL(target.origin);
    this.#target = target;
    this.#request = `GET ${target.path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`;
    this.#socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.#socket.setEncoding('latin1');
    this.#socket.on('data', (text: string) => this.#receive(text));
    this.#socket.on('error', (error) => this.#end(error));
    this.#socket.on('close', () => this.#end(new Error(`${target.origin} closed a connection`)));
  }

  /** Sends the request and waits for its whole answer. @throws Error when it has another status, or none comes */
  send(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#underWay = { resolve, reject };
      this.#socket.write(this.#request);
    });
  }

  [Symbol.dispose](): void {
    this.#socket.destroy();
  }

  #receive(text: string): void {
    this.#answer += text;
    const head = this.#answer.indexOf('\r\n\r\n');
    if (head === -1) return;
    const { origin, path, status } = this.#target;
    const answered = Number(this.#answer.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length));
    if (answered !== status) return this.#end(new Error(`${origin}${path} answered ${answered}`));
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(this.#answer)?.[1];
    if (length === undefined)
      return this.#end(new Error(`${origin}${path} answered without a Content-Length`));
    if (this.#answer.length >= head + 4 + Number(length)) this.#end();
  }

  #end(error?: Error): void {
    const underWay = this.#underWay;
    this.#underWay = undefined;
    this.#answer = '';
    if (error) underWay?.reject(error);
    else underWay?.resolve();
  }
}
