// Regular expressions that several fields share. JSON Schema dialect; they match every text that the checks accept, and
// perhaps a few more: the checks have the last word.

/** An absolute path in shortest form: no doubled or final slash, no `.` or `..` elements. */
export const cleanPath = '^(?:/|(?:/(?!\\.{1,2}(?:/|$))[^/]+)+)$';

/** Nothing, or such a path. */
export const cleanPathOrEmpty = '^(?:|/|(?:/(?!\\.{1,2}(?:/|$))[^/]+)+)$';

/** Nothing, or 8-4-4-4-12 hexadecimal digits. */
export const guidOrEmpty = '^(?:|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$';

/** Digest function, dash, as many characters as the function gives digits (counted in bytes by the checks). */
export const digest = '^(?:sha256-[\\s\\S]{16,64}|sha512-[\\s\\S]{32,128})$';

/** A URL of the web. */
export const webUrl = urlOf('http', 'https');

/** Nothing, or a URL that Ignition can fetch. */
export const sourceUrlOrEmpty = `^$|${urlOf('http', 'https', 'tftp', 's3', 'gs', 'arn', 'data')}`;

/** Not empty. */
export const notEmpty = '^[\\s\\S]';

/** At most so many characters; the checks count bytes. */
export function atMost(length: number): string {
  return `^[\\s\\S]{0,${length}}$`;
}

function urlOf(...schemes: readonly string[]): string {
  return `^(?:${schemes.map(anyCase).join('|')}):`;
}

function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);
}
