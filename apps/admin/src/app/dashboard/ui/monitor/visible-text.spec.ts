import { visibleText } from './visible-text';

const HIDDEN = [
  '\u202e',
  '\u2066',
  '\u200f',
  '\u200b',
  '\u00ad',
  '\u007f',
  '\u009b',
  '\u2028',
  '\ufeff',
  '\u{e0041}',
];

it.each(HIDDEN.map((character) => [character.codePointAt(0)?.toString(16), character]))(
  'shows U+%s, and says the same',
  (_, character) => {
    const json = JSON.stringify({ text: `a${character}b` }, null, 4);
    const shown = visibleText(json);
    expect(shown).toMatch(/a(\\u[0-9a-f]{4})+b/);
    expect(JSON.parse(shown)).toEqual(JSON.parse(json));
  },
);

it('leaves everything else alone, line breaks between values among it', () => {
  const json = JSON.stringify({ text: 'Größe 数 שלום 😀 \\u202e', list: [1, null] }, null, 4);
  expect(visibleText(json)).toBe(json);
});
