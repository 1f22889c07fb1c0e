import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { ProblemException } from '../problem/problem.exception.js';
import { nonceOf } from '../security/nonce.js';

/** Where the build of apps/admin puts the dashboard. */
export const SPA_ROOT = join(import.meta.dirname, '../../../admin/dist/browser');

/** A dot in its last part tells a file from a deep link. */
const FILE_NAME = /\.[^/]*$/;

/** The build puts eight characters of a hash into these names, so that their content never changes. */
const HASHED_NAME = /-(?=[^.]*[A-Z0-9])[A-Za-z0-9]{8}\.[a-z0-9]+$/;

/** Serves the dashboard under /monitoring/: its files, and its page for every deep link. */
export function serveSpa(app: NestExpressApplication, root = SPA_ROOT): void {
  const files = express.static(root, { index: false, redirect: false, setHeaders: cacheForGood });
  const page = servePage(join(root, 'index.html'));
  app.use(/^\/(monitoring)?$/, (_request: Request, response: Response) => response.redirect('/monitoring/'));
  app.use('/monitoring', (request: Request, response: Response, next: NextFunction) => {
    if (request.path === '/api' || request.path.startsWith('/api/')) return next();
    const isFile = FILE_NAME.test(request.path) && request.path !== '/index.html';
    return (isFile ? files : page)(request, response, next);
  });
}

function servePage(path: string) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next();
    const html = await readFile(path, 'utf8').catch(() => null);
    if (html === null)
      return next(new ProblemException(404, 'The dashboard is not built: run `npm run build`.'));
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(withNonce(html, nonceOf(response)));
  };
}

/** Angular reads the nonce for its style elements from this attribute (angular.dev, Security). */
function withNonce(html: string, nonce: string): string {
  return html.replace(/<([a-z]+-[a-z-]+)/, `<$1 ngCspNonce="${nonce}"`);
}

function cacheForGood(response: Response, path: string): void {
  const control = HASHED_NAME.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.setHeader('Cache-Control', control);
}
