import type { Source } from '@scitex/monitoring-contracts';
import { NAME_LENGTH, text } from './text.js';

/** The source of a batch; `unknown` where a name is missing. */
export function cleanSource(source: Source): Source {
  const name = (value: unknown) => text(value, NAME_LENGTH) || 'unknown';
  return {
    app: name(source.app),
    environment: name(source.environment),
    release: text(source.release, NAME_LENGTH),
    instance: name(source.instance),
  };
}
