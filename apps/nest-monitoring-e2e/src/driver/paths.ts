import { fileURLToPath } from 'node:url';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The module's project, where `npm pack` makes the package of it. */
export const MODULE = fromHere('../../../../libs/nest-monitoring');

/** The sources of the host. */
export const HOST = fromHere('../host');

/** Loaded ahead of a host that has not installed Nest's other transports. */
export const ABSENT_PACKAGES = fromHere('absent-packages.ts');

/** A host's source that uses everything the module exports. */
export const CONSUMER = fromHere('../consumer/consumer.ts');

/** Where a host on this version of Nest is compiled to: what it imports resolves from its package's node_modules. */
export const builtHost = (nest: number): string => fromHere(`../../../nest-${nest}-host/dist`);
