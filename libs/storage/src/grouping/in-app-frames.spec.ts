import { inAppFrames } from './in-app-frames.js';

const stack = (...frames: string[]) => ['Error: x', ...frames.map((frame) => `    at ${frame}`)].join('\n');

describe('inAppFrames', () => {
  it('keeps the function and the file of own frames, innermost first', () => {
    const trace = stack(
      'PapersService.find (/srv/app/src/papers/papers.service.js:12:7)',
      'async PapersController.show (/srv/app/src/papers/papers.controller.js:30:12)',
      '/srv/app/node_modules/@nestjs/core/router/router-execution-context.js:46:28',
      'file:///srv/app/libs/nest-monitoring/dist/index.js:910:20',
      'process.processTicksAndRejections (node:internal/process/task_queues:105:5)',
    );
    expect(inAppFrames(trace)).toEqual([
      'PapersService.find (src/papers/papers.service.js)',
      'PapersController.show (src/papers/papers.controller.js)',
    ]);
  });

  it.each([
    ['another line', 'find (/srv/app/src/papers/papers.js:99:1)'],
    ['another folder', 'find (/home/ci/app/src/papers/papers.js:12:7)'],
    ['a file URL', 'find (file:///srv/app/src/papers/papers.js:12:7)'],
    ['Windows', String.raw`find (C:\app\src\papers\papers.js:12:7)`],
    ['an alias', 'find [as search] (/srv/app/src/papers/papers.js:12:7)'],
    ['an await', 'async find (/srv/app/src/papers/papers.js:12:7)'],
  ])('does not mind %s', (_, frame) => {
    expect(inAppFrames(stack(frame))).toEqual(['find (src/papers/papers.js)']);
  });

  it('names a frame without a function', () => {
    expect(inAppFrames(stack('/srv/app/src/main.js:1:1'))).toEqual(['<anonymous> (app/src/main.js)']);
    expect(inAppFrames(stack('async /srv/app/src/main.js:1:1'))).toEqual(['<anonymous> (app/src/main.js)']);
  });

  it('replaces what a build changes in a path', () => {
    expect(inAppFrames(stack('f (/srv/releases/20261123/dist/main.4f3a2b1c.js:1:1)'))).toEqual([
      'f (<number>/dist/main.<hex>.js)',
    ]);
  });

  it('counts recursion once', () => {
    const frame = 'walk (/srv/app/src/tree.js:3:1)';
    expect(inAppFrames(stack(frame, frame, frame))).toEqual(['walk (app/src/tree.js)']);
  });

  it('falls back to the innermost library frame, never to an internal one', () => {
    const trace = stack(
      'Socket.emit (node:events:519:28)',
      'parse (/srv/app/node_modules/json5/lib/parse.js:5:1)',
      'load (/srv/app/node_modules/config/load.js:9:1)',
    );
    expect(inAppFrames(trace)).toEqual(['parse (json5/lib/parse.js)']);
    expect(inAppFrames(stack('Socket.emit (node:events:519:28)'))).toEqual([]);
  });

  it.each([null, '', 'no frames here', 'at ', '    at (', '    at )', '    at  ()'])('takes %j', (trace) => {
    expect(inAppFrames(trace)).toEqual([]);
  });

  it('is quick with hostile traces', () => {
    const started = performance.now();
    inAppFrames('    at '.repeat(100_000));
    inAppFrames(stack(...Array.from({ length: 50_000 }, () => `${'('.repeat(50)}:1:1:1:1)`)));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
