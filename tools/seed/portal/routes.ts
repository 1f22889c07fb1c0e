/** Who answers the portal's outbound calls, and how well; the busiest first. */
export const APIS = [
  { name: 'api.crossref.org', endpoint: '/works', medianMs: 180, sigma: 0.5, reliability: 0.985 },
  { name: 'api.openalex.org', endpoint: '/works', medianMs: 120, sigma: 0.4, reliability: 0.995 },
  { name: 'export.arxiv.org', endpoint: '/api/query', medianMs: 420, sigma: 0.7, reliability: 0.95 },
  { name: 'api.deepl.com', endpoint: '/v2/translate', medianMs: 260, sigma: 0.6, reliability: 0.9 },
] as const;

export type Api = (typeof APIS)[number];

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly endpoint: string;
  readonly medianMs: number;
  readonly sigma: number;
  /** What a user who calls it does. */
  readonly activity: string;
  readonly module: string;
}

const route = (
  method: Route['method'],
  endpoint: string,
  medianMs: number,
  sigma: number,
  activity: string,
): Route => ({ method, endpoint, medianMs, sigma, activity, module: endpoint.split('/')[2] ?? 'portal' });

/** The portal's routes, the busiest first. */
export const ROUTES: readonly Route[] = [
  route('GET', '/api/papers', 140, 0.6, 'search'),
  route('GET', '/api/papers/:id', 45, 0.5, 'view'),
  route('GET', '/api/documents', 38, 0.45, 'view'),
  route('GET', '/api/documents/:id', 28, 0.45, 'view'),
  route('GET', '/api/projects/:id', 34, 0.5, 'view'),
  route('PATCH', '/api/documents/:id', 64, 0.5, 'update'),
  route('POST', '/api/auth/login', 210, 0.3, 'login'),
  route('GET', '/api/projects', 31, 0.45, 'view'),
  route('POST', '/api/documents', 82, 0.5, 'create'),
  route('GET', '/api/citations/:id/graph', 320, 0.7, 'view'),
  route('POST', '/api/translations', 380, 0.6, 'create'),
  route('GET', '/api/documents/:id/export', 540, 0.6, 'export'),
  route('GET', '/api/reports/usage', 690, 0.7, 'view'),
  route('POST', '/api/uploads', 470, 0.8, 'upload'),
  route('DELETE', '/api/documents/:id', 41, 0.4, 'delete'),
];
