import type { Request } from 'express';

/** What is read of the routes of Express's router, which its types leave out. */
interface RouteLayer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods that the address of a request answers to, such as `['GET', 'HEAD']`; empty where there is nothing. */
export function allowedMethods(request: Request): string[] {
  const layers = request.app.router.stack as unknown as readonly RouteLayer[];
  const methods = layers
    .filter(({ route }) => route !== undefined)
    .filter((layer) => layer.match(request.path))
    .flatMap(({ route }) => Object.keys(route?.methods ?? {}));
  const named = new Set(methods.map((method) => method.toUpperCase()));
  if (named.has('GET')) named.add('HEAD');
  return [...named].sort();
}
