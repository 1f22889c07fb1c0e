/** What a header says, as far as it says it; the reset as it is written. */
export interface LimitFigures {
  readonly limit?: number | undefined;
  readonly remaining?: number | undefined;
  readonly reset?: string | undefined;
}

export interface CombinedHeaders {
  /** `RateLimit` */
  readonly current?: string;
  /** `RateLimit-Policy` */
  readonly policy?: string;
}

type Parameters = ReadonlyMap<string, string>;

const NUMBER = /^\d{1,15}$/;

/**
 * What `RateLimit` says, with the limits of `RateLimit-Policy`: of several policies, the one that the fewest calls are
 * left of. The drafts of the IETF have written it in two ways:
 * @example combinedLimit({ current: '"hourly";r=12;t=30', policy: '"hourly";q=60;w=3600' }) // { limit: 60, remaining: 12, reset: '30' }
 * @example combinedLimit({ current: 'limit=60, remaining=12, reset=30' }) // the same
 */
export function combinedLimit({ current = '', policy = '' }: CombinedHeaders): LimitFigures {
  const members = membersOf(current);
  const limits = new Map(membersOf(policy).map(({ name, parameters }) => [name, parameters.get('q')]));
  const policies = members.map(({ name, parameters }) => ({
    limit: figure(parameters.get('q') ?? limits.get(name)),
    remaining: figure(parameters.get('r')),
    reset: parameters.get('t'),
  }));
  const [tightest] = policies
    .filter(({ remaining }) => remaining !== undefined)
    .sort((a, b) => Number(a.remaining) - Number(b.remaining));
  if (tightest) return tightest;
  const all: Parameters = new Map(members.flatMap(({ parameters }) => [...parameters]));
  const [first] = limits.values();
  return {
    limit: figure(all.get('limit') ?? first),
    remaining: figure(all.get('remaining')),
    reset: all.get('reset'),
  };
}

/** A list of RFC 9651: what commas separate, each a name with parameters, or a parameter alone. */
function membersOf(text: string): { name: string; parameters: Parameters }[] {
  const quoted: string[] = [];
  // A quoted name may hold what separates; the number that takes its place does not.
  const plain = text.replaceAll(/"([^"]*)"/g, (_, name: string) => `#${quoted.push(name) - 1}`);
  return plain.split(',').map((member) => {
    const [name = '', ...others] = member.split(';').map((part) => part.trim());
    const pairs = [name, ...others].filter((part) => part.includes('=')).map((part) => part.split('='));
    return {
      name: name.startsWith('#') ? (quoted[Number(name.slice(1))] ?? name) : name,
      parameters: new Map(pairs.map(([key = '', value = '']) => [key.toLowerCase(), value])),
    };
  });
}

function figure(text: string | undefined): number | undefined {
  return NUMBER.test(text ?? '') ? Number(text) : undefined;
}
