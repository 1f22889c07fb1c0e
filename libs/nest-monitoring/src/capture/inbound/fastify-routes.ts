/**
 * The routes of a Fastify, for requests that its hooks never told of: Nest's own middleware runs ahead of them, and
 * may throw or answer.
 */
export class FastifyRoutes {
  private readonly templates = new Map<string, string[]>();

  add(method: string, template: string): void {
    const templates = this.templates.get(method);
    if (!templates) this.templates.set(method, [template]);
    else if (!templates.includes(template)) templates.push(template);
  }

  /** The template of the route that a path leads to: what is written out goes before a parameter, and that before `*`. */
  find(method: string, path: string): string | null {
    const segments = path.split('/');
    const fitting = (this.templates.get(method) ?? []).filter((template) =>
      fits(template.split('/'), segments),
    );
    return fitting.reduce<string | null>(
      (best, next) => (best === null || precedes(next, best) ? next : best),
      null,
    );
  }
}

function fits(template: readonly string[], path: readonly string[]): boolean {
  const isOpen = template.at(-1) === '*';
  if (isOpen ? path.length < template.length : path.length !== template.length) return false;
  return template.every((segment, at) => rankOf(segment) > 0 || segment === path[at]);
}

function precedes(one: string, other: string): boolean {
  const others = other.split('/').map(rankOf);
  const difference = one.split('/').map((segment, at) => rankOf(segment) - (others[at] ?? 0));
  return (difference.find((ranks) => ranks !== 0) ?? 0) < 0;
}

/** 0 for a text, 1 for one with a parameter, 2 for a wildcard. */
const rankOf = (segment: string): number => (segment === '*' ? 2 : segment.includes(':') ? 1 : 0);
