/** A part of a text that must not be shown. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Adds the parts of a text that one kind of secret takes up; in time linear in the text. */
export type FindSecrets = (text: string, found: Span[]) => void;

/** A text with `mark` in the place of each span; spans may overlap. */
export function replaceSpans(text: string, spans: readonly Span[], mark: string): string {
  let shown = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start >= at) shown += text.slice(at, start) + mark;
    at = Math.max(at, end);
  }
  return shown + text.slice(at);
}
