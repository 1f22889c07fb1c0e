import type { TimelineEntry } from '@scitex/monitoring-contracts';
import { formatMs } from '../../shared/util-format/format';

/** An entry of a timeline as a line of words. */
export interface TimelineLine {
  readonly badge: string;
  readonly tone: 'request' | 'activity' | 'error';
  readonly title: string;
  /** What puts it into proportion. */
  readonly beside: string;
  readonly failed: boolean;
  /** The page with all of it. */
  readonly path: readonly string[];
}

export function toTimelineLine(entry: TimelineEntry): TimelineLine {
  const route = [entry.method, entry.endpoint].filter(Boolean).join(' ');
  switch (entry.kind) {
    case 'request':
      return {
        badge: 'Request',
        tone: entry.kind,
        title: route || 'No route',
        beside: `${entry.statusCode ?? 'no answer'} · ${formatMs(entry.duration)}`,
        failed: (entry.statusCode ?? 0) >= 500,
        path: ['/admin/system-metrics', entry.id],
      };
    case 'activity':
      return {
        badge: 'Activity',
        tone: entry.kind,
        title: [entry.activityType, entry.feature].filter(Boolean).join(': '),
        beside: [entry.module, entry.success ? '' : 'failed'].filter(Boolean).join(' · '),
        failed: !entry.success,
        path: ['/admin/user-activities', entry.id],
      };
    case 'error':
      return {
        badge: 'Error',
        tone: entry.kind,
        title: [entry.errorType, entry.message].filter(Boolean).join(': '),
        beside: [entry.severity, route].filter(Boolean).join(' · '),
        failed: true,
        path: ['/errors', entry.groupId],
      };
    default:
      return entry satisfies never;
  }
}
