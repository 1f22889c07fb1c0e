import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { Settings } from '../settings/settings.js';
import { nonceOf } from './nonce.js';

const API = '/monitoring/api';

type Directives = NonNullable<
  Exclude<HelmetOptions['contentSecurityPolicy'], boolean | undefined>['directives']
>;

/** Tells browsers what our pages may do (nothing that comes from elsewhere), and caches to keep no answer of the API. */
export function useSecurityHeaders(app: NestExpressApplication, { publicUrl }: Settings): void {
  const https = publicUrl?.protocol === 'https:';
  app.use(
    helmet({
      contentSecurityPolicy: false,
      strictTransportSecurity: https,
      xFrameOptions: { action: 'deny' },
      // Browsers complain of these over plain HTTP, where they mean nothing.
      crossOriginOpenerPolicy: https,
      originAgentCluster: https,
    }),
  );
  const page = policy(pageDirectives, https);
  const docs = policy(docsDirectives, https);
  app.use((request: Request, response: Response, next: NextFunction) =>
    (request.path.startsWith(`${API}/docs`) ? docs : page)(request, response, next),
  );
  app.use(API, noStore);
}

const baseDirectives: Directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  manifestSrc: ["'self'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
};

/** Angular puts components' styles into the page at run time, which takes the nonce. */
const pageDirectives: Directives = {
  ...baseDirectives,
  styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
};

/** Swagger UI's page has an inline style sheet. */
const docsDirectives: Directives = { ...baseDirectives, styleSrc: ["'self'", "'unsafe-inline'"] };

function policy(directives: Directives, https: boolean) {
  return helmet.contentSecurityPolicy({
    useDefaults: false,
    directives: { ...directives, ...(https && { upgradeInsecureRequests: [] }) },
  });
}

function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  next();
}
