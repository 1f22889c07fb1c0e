import { memoize } from '../memoize/index.js';
import { normalizeMessage } from './normalize-message.js';

/** V8 keeps ten frames by default; hosts that keep more are not told apart by the eleventh. */
const MAX_FRAMES = 10;
const MAX_LINES = 100;
const MAX_LINE_LENGTH = 1024;

/** How V8 begins the line of a frame. */
const FRAME = '\n    at ';

/** What stands where lines were left out. */
const CUT = '…';

/** Folders of a path that are kept: enough to tell files apart, too few to name the machine they lie on. */
const PATH_SEGMENTS = 3;

interface Frame {
  readonly line: string;
  readonly name: string;
  readonly file: string;
}

/** What of a stack trace tells its error from others. */
interface Telling {
  readonly frames: readonly string[];
  /** A stack trace of the frames alone, which tells the same. */
  readonly brief: string;
}

/**
 * The frames of a stack trace that are the application's own, innermost first, each as `function (file)`:
 * without line numbers, which change with every release, and without the folder that the application lies
 * in. Where none is its own, the innermost frame of a library. Recursion counts once.
 */
export function inAppFrames(stackTrace: string | null): readonly string[] {
  return stackTrace ? tellingOf(fromFirstFrame(stackTrace)).frames : [];
}

/** The lines that `inAppFrames` is made from, and a mark for those left out: it makes the same of them. */
export function briefStack(stackTrace: string): string {
  return tellingOf(fromFirstFrame(stackTrace)).brief;
}

/** What comes before is the message, which varies. */
function fromFirstFrame(stackTrace: string): string {
  return stackTrace.slice(Math.max(0, stackTrace.indexOf(FRAME)));
}

const tellingOf = memoize((trace): Telling => {
  const telling = tellingFrames(trace)
    .map((frame) => ({ line: frame.line, description: describe(frame) }))
    .filter(({ description }, index, all) => description !== all[index - 1]?.description)
    .slice(0, MAX_FRAMES);
  const lines = telling.map(({ line }) => line);
  // The mark looks like a frame: whoever reads the trace begins there, as with the whole one.
  return {
    frames: telling.map(({ description }) => description),
    brief: [`${CUT}${FRAME}${CUT}`, ...lines].join('\n'),
  };
});

function tellingFrames(trace: string): Frame[] {
  const frames = trace
    .split('\n', MAX_LINES)
    .map(parseFrame)
    .filter((frame) => frame !== undefined);
  const own = frames.filter(({ file }) => !isInternal(file) && !isLibrary(file));
  return own.length > 0 ? own : frames.filter(({ file }) => isLibrary(file)).slice(0, 1);
}

/** One line as V8 writes it: `at name (file:line:column)` or `at file:line:column`. */
function parseFrame(line: string): Frame | undefined {
  const text = line.slice(0, MAX_LINE_LENGTH).trim();
  if (!text.startsWith('at ')) return undefined;
  const call = text.slice(3);
  const bracket = call.endsWith(')') ? call.lastIndexOf(' (') : -1;
  const name = bracket < 0 ? '' : call.slice(0, bracket);
  const location = bracket < 0 ? call.replace(/^async /, '') : call.slice(bracket + 2, -1);
  // One character more than is read: a surrogate pair that is cut here must not be cut where it counts.
  const kept = line.slice(0, MAX_LINE_LENGTH + 1);
  return { line: kept, name: nameOf(name), file: location.replace(/:\d{1,9}(?::\d{1,9})?$/, '') };
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
