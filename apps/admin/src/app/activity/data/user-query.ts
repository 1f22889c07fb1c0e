import { TIMELINE_KINDS, type TimelineKind } from '@scitex/monitoring-contracts';
import { firstText } from '../../shared/util-http/first-text';
import type { ScopeQuery } from '../../shared/util-scope/read-scope';

/** Whose page it is, and over which time. */
export type UserQuery = ScopeQuery & { readonly userId: string | undefined };

/** Which entries of the timeline it shows. */
export type TimelineQuery = UserQuery & { readonly kind: TimelineKind | undefined };

/** The kind of entries that an address names; nothing where it names none that there is. */
export function toKind(value: unknown): TimelineKind | undefined {
  return TIMELINE_KINDS.find((kind) => kind === firstText(value));
}

/** The parameters of an address that name no kind that there is. */
export function unreadableKind({ kind }: Readonly<Record<string, unknown>>): string[] {
  return firstText(kind) === toKind(kind) ? [] : ['kind'];
}
