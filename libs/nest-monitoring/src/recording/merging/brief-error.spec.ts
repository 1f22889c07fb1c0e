import type { ErrorEvent } from '@scitex/monitoring-contracts';
import { groupOf } from '@scitex/monitoring-storage/grouping';
import { pick, randomNumbers } from '@scitex/monitoring-storage/testing';
import { withoutDetail } from './without-detail.js';

const error = (changes: Partial<ErrorEvent>): ErrorEvent => ({
  timestamp: 0,
  severity: 'high',
  errorType: 'Error',
  message: 'm',
  stackTrace: null,
  endpoint: '/papers',
  method: 'GET',
  userId: 'ada',
  userAgent: 'spec',
  ipAddress: '::1',
  traceId: 't',
  metadata: { a: 1 },
  ...changes,
});

/** As the writer cleans a text before it groups. */
const cleaned = (text: string | null) => text && text.replaceAll('\0', '').toWellFormed();
const grouping = ({ errorType, message, stackTrace }: ErrorEvent) =>
  groupOf({ errorType, message: cleaned(message) ?? '', stackTrace: cleaned(stackTrace) });

const brief = (changes: Partial<ErrorEvent>) => withoutDetail('errors', error(changes));
const lines = (...all: string[]) => all.join('\n');

const LINES = [
  'Error: the index is gone',
  'at first (/srv/app/src/first.js:1:1)',
  '    at find (/srv/app/src/papers/papers.service.js:12:7)',
  '    at async show (/srv/app/src/papers/papers.controller.js:30:12)',
  '    at walk (/srv/app/src/tree.js:3:1)',
  '    at parse (/srv/app/node_modules/json5/lib/parse.js:5:1)',
  '    at /srv/app/node_modules/config/load.js:9:1',
  '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
  'Caused by: Error: disk full',
  '',
  '    at ',
  `    at deep (/srv/app/${'x'.repeat(1010)}😀/far.js:1:1)`,
  `    at ${'😀'.repeat(600)} (/srv/app/wide.js:1:1)`,
  '    at lone\ud83d (/srv/app/lone\ud83d.js:1:1)',
];
const MESSAGES = [
  'Paper 42 not found',
  'two\nlines',
  'x'.repeat(2_047) + '😀' + 'y'.repeat(50),
  'x'.repeat(2_048) + '😀' + 'y'.repeat(50),
  'é\ud83d'.repeat(1_500),
  'nul\0'.repeat(900),
  '',
];

describe('an error without its detail', () => {
  it('groups as it would with it, whatever it is', () => {
    const random = randomNumbers(7);
    for (let round = 0; round < 3_000; round++) {
      const stack = Array.from({ length: Math.floor(random() * 130) }, () => pick(LINES, random() ** 2));
      const full = error({ message: pick(MESSAGES, random()), stackTrace: lines(...stack) });
      const shed = withoutDetail('errors', full);
      expect(grouping(shed)).toEqual(grouping(full));
    }
  });

  it('keeps of its stack what groups it, and says that there was more', () => {
    const stackTrace = lines(
      'Error: x',
      '    at find (/srv/app/src/papers.js:12:7)',
      '    at parse (/srv/app/node_modules/json5/lib/parse.js:5:1)',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    );
    expect(brief({ stackTrace }).stackTrace).toBe(
      lines('…', '    at …', '    at find (/srv/app/src/papers.js:12:7)'),
    );
    expect(brief({ stackTrace: null }).stackTrace).toBeNull();
  });

  it('keeps who and where, and no more', () => {
    expect(brief({})).toEqual(error({ userAgent: null, ipAddress: null, metadata: {} }));
  });

  it('keeps all of a critical error, and the very same object', () => {
    const critical = error({ severity: 'critical', stackTrace: LINES.join('\n') });
    expect(withoutDetail('errors', critical)).toBe(critical);
  });
});
