import { endOf, isToken, isWord } from './characters.js';
import type { FindSecrets, Span } from './spans.js';

/** How a secret begins that tells what it is, and how long it is at least. */
interface Shape {
  readonly begins: string;
  readonly minLength: number;
  /** Without a digit it is a name: `sk-learn`, `npm_config_registry`. */
  readonly needsDigit?: true;
  /** Parts between dots. */
  readonly isDotted?: true;
}

/** By a character that is rare in texts, and that every one of its shapes holds behind another. */
const SHAPES: Readonly<Record<string, readonly Shape[]>> = {
  // AWS, Google.
  I: [
    { begins: 'AKIA', minLength: 20, needsDigit: true },
    { begins: 'ASIA', minLength: 20, needsDigit: true },
    { begins: 'AIza', minLength: 30, needsDigit: true },
  ],
  // JWTs.
  J: [{ begins: 'eyJ', minLength: 20, isDotted: true }],
  // SendGrid.
  G: [{ begins: 'SG.', minLength: 40, isDotted: true }],
  // GitHub, Stripe and its kin, npm, Hugging Face.
  _: [
    ...['gho_', 'ghp_', 'ghr_', 'ghs_', 'ghu_', 'github_pat_'].map((begins) => ({ begins, minLength: 14 })),
    ...['sk_live_', 'sk_test_', 'rk_live_', 'rk_test_', 'whsec_'].map((begins) => ({
      begins,
      minLength: 14,
    })),
    { begins: 'npm_', minLength: 30, needsDigit: true },
    { begins: 'hf_', minLength: 30, needsDigit: true },
  ],
  // Slack, GitLab, OpenAI and its kin.
  '-': [
    ...['xoxa-', 'xoxb-', 'xoxe-', 'xoxo-', 'xoxp-', 'xoxr-', 'xoxs-'].map((begins) => ({
      begins,
      minLength: 14,
    })),
    { begins: 'glpat-', minLength: 14 },
    { begins: 'sk-', minLength: 20, needsDigit: true },
  ],
};

/** Keys of well-known services, and JWTs, wherever they stand. */
export const findTokens: FindSecrets = (text, found) => {
  for (const [mark, shapes] of LOOKED_FOR) findByMark(text, found, mark, shapes);
};

/** The shapes of a mark by the code of the character before it: most marks of a text are ruled out by that alone. */
const LOOKED_FOR = Object.entries(SHAPES).map(([mark, shapes]) => {
  const byCode = new Map<number, { readonly shape: Shape; readonly offset: number }[]>();
  for (const shape of shapes) {
    const offset = shape.begins.indexOf(mark);
    const code = shape.begins.charCodeAt(offset - 1);
    byCode.set(code, [...(byCode.get(code) ?? []), { shape, offset }]);
  }
  return [mark, byCode] as const;
});

function findByMark(text: string, found: Span[], mark: string, shapes: (typeof LOOKED_FOR)[number][1]): void {
  let at = text.indexOf(mark);
  while (at !== -1) {
    let next = at + 1;
    for (const { shape, offset } of shapes.get(text.charCodeAt(at - 1)) ?? []) {
      const start = at - offset;
      if (!text.startsWith(shape.begins, start) || isWithinWord(text, start)) continue;
      const end = endOf(text, start, shape.isDotted ? isToken : isWord);
      if (hasShape(text.slice(start, end), shape)) found.push({ start, end });
      // What has been read is not read again, whether it was a secret or not.
      next = Math.max(next, end);
    }
    at = text.indexOf(mark, next);
  }
}

function hasShape(token: string, { minLength, needsDigit, isDotted }: Shape): boolean {
  if (token.length < minLength) return false;
  return isDotted ? token.includes('.') : !needsDigit || /\d/.test(token);
}

/** Dashes and underscores may well stand before a token: `key-AKIA…`. */
function isWithinWord(text: string, start: number): boolean {
  const before = text.charAt(start - 1);
  return before !== '-' && before !== '_' && isWord(text.charCodeAt(start - 1));
}
