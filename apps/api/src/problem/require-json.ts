import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from './problem.exception.js';

/** 415 for a body in any form but JSON, which would be passed over in silence otherwise. */
export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  const isEmpty = request.headers['content-length'] === '0';
  if (isEmpty || request.is('application/json') !== false) return next();
  next(new ProblemException(415, 'The body is not JSON: send it with Content-Type: application/json.'));
}
