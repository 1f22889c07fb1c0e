/** Control and format characters, which show as nothing, move the cursor of a terminal, or reorder what follows. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON text in which nothing hides: invisible characters, marks of the writing direction among them, become the
 * escapes that JSON has for them, and so it says the same.
 * @example visibleText('"\u202Egnp.exe"') // '"\\u202egnp.exe"'
 */
export function visibleText(json: string): string {
  return json.replaceAll(INVISIBLE, escapeUnits);
}

function escapeUnits(character: string): string {
  return Array.from({ length: character.length }, (_, index) => {
    return `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`;
  }).join('');
}
