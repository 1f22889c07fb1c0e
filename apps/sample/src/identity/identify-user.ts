import type { ServerResponse } from 'node:http';
import { UnauthorizedException } from '@nestjs/common';
import type { UserRequest } from './user.js';

/** Stands in for a real sign-in: `x-user: ada` makes the request Ada's, and `x-session: s-1` one of that session. */
export function identifyUser(request: UserRequest, _response: ServerResponse, next: () => void): void {
  const { 'x-user': id, 'x-session': session } = request.headers;
  if (id === undefined) return next();
  if (typeof id !== 'string' || !/^[a-z]{1,32}$/.test(id))
    throw new UnauthorizedException('x-user takes 1 to 32 letters from a to z, such as ada.');
  request.user = { id, name: id[0]?.toUpperCase() + id.slice(1) };
  if (typeof session === 'string' && /^[\w-]{1,64}$/.test(session)) request.session = { id: session };
  next();
}
