/** `off`: nobody follows. `reconnecting`: cut off a moment ago. `stale`: nothing has been told since then. */
export type LiveState =
  { readonly name: 'off' | 'live' | 'reconnecting' } | { readonly name: 'stale'; readonly since: Date };
