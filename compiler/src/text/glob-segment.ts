// Globs by their pieces between slashes, each a test of names: `*.bu`, `[!a]?`, `{base,k3s}`. Reads no directory.

/** Whether a text means more than itself. */
export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

/** The pieces of a glob. One that ends with `**` means all files below. */
export function segmentsOf(glob: string): readonly string[] {
  const segments = glob.split('/').filter((segment, index) => segment !== '.' && (segment !== '' || index === 0));
  return segments.at(-1) === '**' ? [...segments, '*'] : segments;
}

/** Whether a name matches the piece. A name that starts with a dot matches only a piece that does. */
export function matcherOf(segment: string): (name: string) => boolean {
  const pattern = new RegExp(`^${expression(segment)}$`, 'su');
  const mayHide = segment.startsWith('.');
  return (name) => (mayHide || !name.startsWith('.')) && pattern.test(name);
}

function expression(segment: string): string {
  return segment.replace(/\*+|\?|\[[!^]?[^\]]+\]|\{[^{}]*\}|[\\^$.|+()[\]{}*?]/g, (token) => {
    if (token.startsWith('*')) return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.length > 1 && token.startsWith('[')) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    if (token.length > 1 && token.startsWith('{')) {
      return `(?:${token.slice(1, -1).split(',').map(expression).join('|')})`;
    }
    return `\\${token}`;
  });
}
