import type { IncomingMessage } from 'node:http';

export interface User {
  readonly id: string;
  readonly name: string;
}

/** A request after `identifyUser`; without a user it is anonymous, and a session is the user's. */
export interface UserRequest extends IncomingMessage {
  user?: User;
  session?: { readonly id: string };
}
