// Names and contents of users' files in messages: nothing of them may reach a terminal as a command, turn the direction of
// the text around it, or be taken for a command by a CI system that reads logs.

/** Control characters, line breaks, marks of text direction, and halves of surrogate pairs. */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/**
 * `##[group]`, `##vso[task.setvariable …]`, `##teamcity[…]`: Azure, GitHub and TeamCity obey such texts anywhere in a line of
 * a log. One visible escape breaks them.
 */
const logCommand = /##(?=[a-z]*\[)/gi;

/** `text` on one line with everything made visible that is not meant to be seen. */
export function escapeControls(text: string): string {
  return text.replace(unsafe, escapeCharacter).replace(logCommand, '#\\x23');
}

/** Where in a line the characters stand whose escape breaks such commands. */
export function logCommandsIn(line: string): ReadonlySet<number> {
  return new Set([...line.matchAll(logCommand)].map((match) => match.index + 1));
}

/** One character as an escape: `\x1b`, `\u202e`, `\u{e0001}`. */
export function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** Whether a character, or one of a cluster, must be shown as an escape. */
export function isUnsafe(characters: string): boolean {
  return characters.search(unsafe) >= 0;
}

/** The name of a file at the start of a line. GitHub obeys lines that begin with `::`, blanks before it or not. */
export function escapeName(name: string): string {
  return escapeControls(/^\s*::/.test(name) ? `./${name}` : name);
}

/** A JSON text with the escapes that JSON itself does not ask for. Stands for the same value. */
export function escapeJson(json: string): string {
  return json.replace(unsafeInJson, unicodeEscapes).replace(logCommand, '#\\u0023');
}

/** All but the line breaks and blanks between the parts of the text. */
const unsafeInJson =
  /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

function unicodeEscapes(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
