import { Agent, type ClientRequestArgs } from 'node:http';

/** Connects to a local port whatever host is called: callers keep the names that a real app would call. */
export class LoopbackAgent extends Agent {
  constructor(private readonly port: () => number) {
    super();
  }

  override createConnection(...[options, callback]: Parameters<Agent['createConnection']>) {
    const target: ClientRequestArgs = { ...options, host: '127.0.0.1', port: this.port() };
    return super.createConnection(target, callback);
  }
}
