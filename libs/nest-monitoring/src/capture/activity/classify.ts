import type { ActivityRule } from '../../monitoring.options.js';

/** What a request to a route amounts to for its user. */
export interface Classification {
  readonly type: string;
  readonly module: string | null;
  readonly feature: string | null;
}

const BY_WORD: Readonly<Record<string, string>> = {
  login: 'login',
  signin: 'login',
  logout: 'logout',
  signout: 'logout',
  search: 'search',
  export: 'export',
  upload: 'upload',
  download: 'download',
};

const BY_METHOD: Readonly<Record<string, string>> = {
  GET: 'view',
  HEAD: 'view',
  POST: 'create',
  PUT: 'update',
  PATCH: 'update',
  DELETE: 'delete',
};

/**
 * Derives an activity from a method and a route template; null where a rule says that there is none.
 * @example classify('GET', '/papers/search', null, []) // { type: 'search', module: 'papers', feature: '/papers/search' }
 */
export function classify(
  method: string,
  endpoint: string,
  handler: string | null,
  rules: readonly ActivityRule[],
): Classification | null {
  const rule = rules.find((rule) => fits(rule, method, endpoint));
  if (rule?.type === false) return null;
  return {
    type: rule?.type ?? derivedType(method, endpoint),
    module: rule?.module ?? moduleOf(endpoint),
    feature: rule?.feature ?? handler ?? endpoint,
  };
}

function derivedType(method: string, endpoint: string): string {
  const last = endpoint
    .split('/')
    .findLast((segment) => isStatic(segment))
    ?.toLowerCase();
  const word = BY_WORD[(last ?? '').replace(/[^a-z]/g, '')];
  return word ?? BY_METHOD[method] ?? method.toLowerCase();
}

/** The first static segment that is not a mere prefix such as `api` or `v1`. */
function moduleOf(endpoint: string): string | null {
  return endpoint.split('/').find((segment) => isStatic(segment) && !/^(?:api|v\d+)$/i.test(segment)) ?? null;
}

const isStatic = (segment: string): boolean => /^[A-Za-z0-9._-]+$/.test(segment);

function fits(rule: ActivityRule, method: string, endpoint: string): boolean {
  if (rule.method !== undefined && rule.method.toUpperCase() !== method) return false;
  if (typeof rule.route !== 'string') return matches(rule.route, endpoint);
  if (rule.route.endsWith('/*')) return endpoint.startsWith(rule.route.slice(0, -1));
  return endpoint === rule.route;
}

/** The host's own expression: one that throws fits nothing. */
function matches(pattern: RegExp, endpoint: string): boolean {
  try {
    return endpoint.search(pattern) !== -1;
  } catch {
    return false;
  }
}
