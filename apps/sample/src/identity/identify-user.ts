import type { ServerResponse } from 'node:http';
import { UnauthorizedException } from '@nestjs/common';
import type { UserRequest } from './user.js';

/** Stands in for a real sign-in: the header `x-user: ada` makes the request Ada's. */
export function identifyUser(request: UserRequest, _response: ServerResponse, next: () => void): void {
  const id = request.headers['x-user'];
  if (id === undefined) return next();
  if (typeof id !== 'string' || !/^[a-z]{1,32}$/.test(id))
    throw new UnauthorizedException('x-user takes 1 to 32 letters from a to z, such as ada.');
  request.user = { id, name: id[0]?.toUpperCase() + id.slice(1) };
  next();
}
