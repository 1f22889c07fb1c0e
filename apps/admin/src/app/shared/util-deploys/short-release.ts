const COMMIT = /^[\da-f]{12,64}$/;
const LONGEST = 16;

/**
 * A release as a label of a few characters: a commit by its first seven, any other by its beginning.
 * @example shortRelease('9a2ddb2f0c…') // '9a2ddb2'
 */
export function shortRelease(release: string): string {
  if (COMMIT.test(release)) return release.slice(0, 7);
  const characters = [...release];
  return characters.length <= LONGEST ? release : `${characters.slice(0, LONGEST - 1).join('')}…`;
}
