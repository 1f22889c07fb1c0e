import { single, type Case } from './case.js';

const by = (path: string, method = 'GET') =>
  ({ method, path, hasUser: true, headers: { 'x-session': 's-1', 'user-agent': 'contract/1' } }) as const;
const usual = { session_id: 's-1', ip_address: '127.0.0.1', user_agent: 'contract/1', success: true };

export const ACTIVITY_CASES: readonly Case[] = [
  single('an activity by a rule', by('/activities/ruled'), 200, {
    endpoint: '/activities/ruled',
    activities: [{ ...usual, activity_type: 'curate', module: 'collections', feature: 'desk' }],
  }),
  single('an activity that a rule leaves out', by('/activities/unruly'), 200, '/activities/unruly'),
  single('an activity by @TrackActivity', by('/activities/7/notes', 'POST'), 201, {
    endpoint: '/activities/:id/notes',
    activities: [{ ...usual, activity_type: 'annotate', module: 'papers', feature: 'margin notes' }],
  }),
  single('an activity by logActivity', by('/activities/logged'), 200, {
    endpoint: '/activities/logged',
    activities: [
      { ...usual, activity_type: 'cite', module: 'papers', feature: 'citations' },
      { ...usual, activity_type: 'view', module: 'activities', feature: 'ActivitiesController.logged' },
    ],
  }),
  single('an activity by method and route', by('/activities/7', 'DELETE'), 200, {
    endpoint: '/activities/:id',
    activities: [{ ...usual, activity_type: 'delete', module: 'activities' }],
  }),
  single('an activity that fails', by('/failures/handler'), 500, {
    endpoint: '/failures/handler',
    error: { message: 'thrown in a handler' },
    activities: [{ ...usual, activity_type: 'view', success: false }],
  }),
  single('@SkipMonitoring()', by('/activities/skipped'), 500, null),
  single('an error that was reported before it was thrown', '/activities/reported', 500, {
    endpoint: '/activities/reported',
    error: { message: 'reported already', severity: 'low' },
  }),
];
