import type { IncomingHttpHeaders } from 'node:http';
import type { HostRequest } from '../../monitoring.options.js';

/** What WebSocket clients (of `ws` and of Socket.IO) and microservice contexts have in common with nothing. */
interface Origin {
  readonly user?: unknown;
  readonly session?: unknown;
  readonly data?: { readonly user?: unknown };
  readonly handshake?: { readonly headers?: IncomingHttpHeaders; readonly address?: string };
  readonly request?: {
    readonly headers?: IncomingHttpHeaders;
    readonly user?: unknown;
    readonly session?: unknown;
  };
  readonly _socket?: { readonly remoteAddress?: string };
}

/** Whoever sent a message, in the form of a request; read when it is asked for, as guards find the user out. */
export class Caller implements HostRequest {
  /** @param origin the client, or the context that the transport passes beside the data */
  constructor(private readonly origin: Origin) {}

  static of(origin: unknown): Caller | null {
    return typeof origin === 'object' && origin !== null ? new Caller(origin) : null;
  }

  get headers(): IncomingHttpHeaders {
    return this.origin.handshake?.headers ?? this.origin.request?.headers ?? {};
  }

  get user(): unknown {
    return this.origin.user ?? this.origin.data?.user ?? this.origin.request?.user;
  }

  get session(): unknown {
    return this.origin.session ?? this.origin.request?.session;
  }

  get ip(): string | undefined {
    return this.origin.handshake?.address ?? this.origin._socket?.remoteAddress;
  }
}
