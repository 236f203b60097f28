// Pieces of the text in messages: one line, and not too much of it.

/** A piece of the text for a message. */
export function shorten(text: string): string {
  const line = /^[^\r\n\x85\u2028\u2029]*/.exec(text)?.[0] ?? '';
  const points = Array.from(line.slice(0, 80));
  return points.length > 40 ? `${points.slice(0, 40).join('')}…` : line.length < text.length ? `${line}…` : line;
}

/** A text as code in a message; one that contains backticks needs more of them around it. */
export function asCode(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
