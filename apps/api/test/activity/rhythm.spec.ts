import { activityHoursSchema, activityWeeksSchema } from '@scitex/monitoring-contracts';
import { randomNumbers } from '@scitex/monitoring-storage/testing';
import { readAnswer } from '../support/figures.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { between, countOf, storeActivities, usersOf, type Activity } from './random-activities.js';

const HOUR = 3_600_000;
const DAYS = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const now = Date.now();
const random = randomNumbers(20_261_127);

/** Rows of ten weeks, and many around the times at which clocks change. */
const CHANGES = ['2026-10-25T01:00:00Z', '2026-11-01T09:00:00Z', '2026-10-03T15:30:00Z'].map(Date.parse);
const times = [
  ...Array.from({ length: 700 }, () => now - random() * 70 * 24 * HOUR),
  ...CHANGES.flatMap((change) => Array.from({ length: 150 }, () => change + (random() - 0.5) * 8 * HOUR)),
].map(Math.floor);

let server: TestApp;
let stored: Activity[];
beforeAll(async () => {
  server = await startTestApp();
  stored = await storeActivities(server.store.dataSource, times, 5);
});
afterAll(() => server.close());

describe('GET user-activity/hours', () => {
  const read = (query: object) => readAnswer(server, activityHoursSchema, 'user-activity/hours', query);

  /** The hours of the week by the browser's own reckoning of time zones. */
  function hoursOf(rows: readonly Activity[], timeZone: string) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    const cells = Map.groupBy(rows, ({ timestamp }) => {
      const parts = Object.fromEntries(
        format.formatToParts(new Date(timestamp)).map(({ type, value }) => [type, value]),
      );
      return DAYS.indexOf(parts['weekday'] ?? '') * 24 + Number(parts['hour']);
    });
    return [...cells.entries()]
      .sort(([one], [other]) => one - other)
      .map(([cell, within]) => {
        const seen = within.map(({ timestamp }) => timestamp).sort();
        return {
          dayOfWeek: Math.floor(cell / 24),
          hour: cell % 24,
          count: countOf(within),
          users: usersOf(within).size,
          firstSeen: seen[0],
          lastSeen: seen.at(-1),
        };
      });
  }

  it.each([
    ['UTC', '2026-09-20T00:00:00Z', '2026-11-20T00:00:00Z'],
    ['Europe/Berlin', '2026-10-24T20:00:00Z', '2026-10-25T06:00:00Z'],
    ['America/Los_Angeles', '2026-10-31T20:00:00Z', '2026-11-02T06:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-03T00:00:00Z', '2026-10-04T06:00:00Z'],
    ['Asia/Kathmandu', '2026-10-01T00:00:00Z', '2026-11-20T00:00:00Z'],
  ])('are those of the clocks in %s', async (timeZone, from, to) => {
    const { hours } = await read({ from, to, timeZone });
    const expected = hoursOf(between(stored, from, to), timeZone);
    expect(expected.length).toBeGreaterThan(4);
    expect(hours).toEqual(expected);
  });

  it('are those of an app, in UTC where no zone is named, with the range’s edges', async () => {
    const from = stored[3]?.timestamp ?? '';
    const to = new Date(Date.parse(from) + 9 * 24 * HOUR).toISOString();
    const { hours, timeZone } = await read({ from, to, app: 'billing' });
    expect(timeZone).toBe('UTC');
    const rows = between(stored, from, to).filter(({ app }) => app === 'billing');
    expect(hours).toEqual(hoursOf(rows, 'UTC'));
  });

  it.each(['Europe/Atlantis', 'CET', '+01:00', "UTC'; DROP TABLE x --", ''])(
    'refuse the time zone %j, and name the field',
    async (timeZone) => {
      const answer = await server.get(`user-activity/hours?${new URLSearchParams({ timeZone })}`);
      expect([answer.status, await answer.json()]).toEqual([
        400,
        expect.objectContaining({ errors: [expect.objectContaining({ field: 'timeZone' })] }),
      ]);
    },
  );
});

describe('GET user-activity/weeks', () => {
  const read = (query: object) => readAnswer(server, activityWeeksSchema, 'user-activity/weeks', query);

  it.each([{}, { app: 'billing' }, { app: 'nobody' }])(
    'has the activities, the users and the new ones of each of the weeks of %j',
    async (query: { app?: string }) => {
      const { weeks } = await read(query);
      const retained = Math.min(8, Math.floor(server.settings.retentionDays / 7));
      expect(weeks).toHaveLength(retained);
      const rows = stored.filter(({ app }) => query.app === undefined || app === query.app);
      const known = new Set<string>();
      const expected = weeks.map(({ from, to }, index) => {
        const users = usersOf(between(rows, from, to));
        const fresh = [...users].filter((user) => !known.has(user));
        for (const user of users) known.add(user);
        const newUsers = index === 0 ? null : fresh.length;
        return { from, to, count: countOf(between(rows, from, to)), users: users.size, newUsers };
      });
      expect(weeks).toEqual(expected);
    },
  );

  it('lie end to end, seven days each, up to now', async () => {
    const before = Date.now();
    const { weeks } = await read({});
    for (const [index, { from, to }] of weeks.entries()) {
      expect(Date.parse(to) - Date.parse(from)).toBe(7 * 24 * HOUR);
      if (index > 0) expect(from).toBe(weeks[index - 1]?.to);
    }
    // An answer of the last second may serve again.
    expect(Date.parse(weeks.at(-1)?.to ?? '')).toBeGreaterThanOrEqual(before - 1000);
  });

  it('takes no range, as it has its own', async () => {
    expect((await server.get('user-activity/weeks?hours=6')).status).toBe(400);
  });
});
