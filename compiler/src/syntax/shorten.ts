// Pieces of the text in messages: one line, and not too much of it.

/** A piece of the text for a message: its first line, and of that `most` characters. Cuts none of them in half. */
export function shorten(text: string, most = 40): string {
  const line = /^[^\r\n\x85\u2028\u2029]*/.exec(text)?.[0] ?? '';
  // Each takes two units at most, and one more tells whether there are more.
  const points = Array.from(line.slice(0, 2 * most + 2));
  return points.length > most ? `${points.slice(0, most).join('')}…` : line.length < text.length ? `${line}…` : line;
}

/** A text as code in a message; one that contains backticks needs more of them around it. */
export function asCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
