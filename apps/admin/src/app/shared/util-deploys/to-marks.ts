import type { Deploy } from '@scitex/monitoring-contracts';
import { shortRelease } from './short-release';

/** The marks of deploys in a chart over time; with the app where they are of several. */
export function toMarks(deploys: readonly Deploy[]) {
  const isOfOne = new Set(deploys.map(({ app, environment }) => `${app}\n${environment}`)).size <= 1;
  return deploys.map(({ timestamp, app, release }) => ({
    timestamp,
    label: isOfOne ? shortRelease(release) : `${shortRelease(release)} (${shortRelease(app)})`,
    kind: 'deploy' as const,
  }));
}
