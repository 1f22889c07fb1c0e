import { RequestContext } from '../../context/request-context.js';
import type { TracedWork } from '../../context/traced-work.js';
import { pathOf } from '../inbound/exclusion.js';
import { undispatchedRoute } from '../inbound/express-route.js';
import { normalizePath } from '../outbound/normalize-path.js';

/**
 * Notes the route of the request that a resolver runs for, which nobody else may find out: Apollo is middleware, and on
 * Express no route stands for that, but the path that it is mounted on.
 */
export function nameRoute(context: TracedWork): void {
  if (!(context instanceof RequestContext) || context.endpoint !== null) return;
  const { hostRequest, url } = context;
  const { baseUrl } = hostRequest as { readonly baseUrl?: string };
  context.endpoint = undispatchedRoute(hostRequest, pathOf(url)) ?? (baseUrl ? normalizePath(baseUrl) : null);
}
