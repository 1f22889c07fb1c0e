import { memoize } from './memoize.js';
import { normalizeMessage } from './normalize-message.js';

/** V8 keeps ten frames by default; hosts that keep more are not told apart by the eleventh. */
const MAX_FRAMES = 10;
const MAX_LINES = 100;
const MAX_LINE_LENGTH = 1024;

/** How V8 begins the line of a frame. */
const FRAME = '\n    at ';

/** Folders of a path that are kept: enough to tell files apart, too few to name the machine they lie on. */
const PATH_SEGMENTS = 3;

interface Frame {
  readonly name: string;
  readonly file: string;
}

/**
 * The frames of a stack trace that are the application's own, innermost first, each as `function (file)`:
 * without line numbers, which change with every release, and without the folder that the application lies
 * in. Where none is its own, the innermost frame of a library. Recursion counts once.
 */
export function inAppFrames(stackTrace: string | null): readonly string[] {
  if (!stackTrace) return [];
  // From the first frame on: what comes before is the message, which varies.
  return framesOf(stackTrace.slice(Math.max(0, stackTrace.indexOf(FRAME))));
}

const framesOf = memoize((trace): readonly string[] => {
  const frames = trace
    .split('\n', MAX_LINES)
    .map(parseFrame)
    .filter((frame) => frame !== undefined);
  const own = frames.filter(({ file }) => !isInternal(file) && !isLibrary(file));
  const telling = own.length > 0 ? own : frames.filter(({ file }) => isLibrary(file)).slice(0, 1);
  return telling
    .map(describe)
    .filter((frame, index, all) => frame !== all[index - 1])
    .slice(0, MAX_FRAMES);
});

/** One line as V8 writes it: `at name (file:line:column)` or `at file:line:column`. */
function parseFrame(line: string): Frame | undefined {
  const text = line.slice(0, MAX_LINE_LENGTH).trim();
  if (!text.startsWith('at ')) return undefined;
  const call = text.slice(3);
  const bracket = call.endsWith(')') ? call.lastIndexOf(' (') : -1;
  const name = bracket < 0 ? '' : call.slice(0, bracket);
  const location = bracket < 0 ? call.replace(/^async /, '') : call.slice(bracket + 2, -1);
  return { name: nameOf(name), file: location.replace(/:\d{1,9}(?::\d{1,9})?$/, '') };
}

function nameOf(name: string): string {
  return name.replace(/^async /, '').replace(/ \[as [^\]]{1,256}\]$/, '') || '<anonymous>';
}

/** Node's own modules, evaluated code, and what has no file: `native`, `<anonymous>`. */
function isInternal(file: string): boolean {
  return !/[\\/]/.test(file) || /^(?:node:|internal\/|eval at )/.test(file);
}

/** Installed packages, and the monitor's own module where a workspace links it instead. */
function isLibrary(file: string): boolean {
  return /[\\/](?:node_modules|nest-monitoring[\\/]dist)[\\/]/.test(file);
}

/** Hashes and ids in a path, such as a bundle's, change with every build. */
function describe({ name, file }: Frame): string {
  const path = file.replaceAll('\\', '/').split('/').slice(-PATH_SEGMENTS).join('/');
  return `${name} (${normalizeMessage(path)})`;
}
