// Lexical paths as Go's `path` package handles them: slashes only, no file system, whatever the host.

/**
 * The shortest path that means the same as `path`: no doubled or trailing slashes, no `.` elements, no `..` that can be
 * resolved. The empty path gives `.` (Go's path.Clean).
 */
export function cleanPath(path: string): string {
  const rooted = path.startsWith('/');
  const kept: string[] = [];
  // How many elements a `..` may take away again: those that are no `..` themselves.
  let removable = 0;
  for (const element of path.split('/')) {
    if (element === '' || element === '.') continue;
    if (element !== '..') {
      kept.push(element);
      removable++;
    } else if (removable > 0) {
      kept.pop();
      removable--;
    } else if (!rooted) kept.push('..');
  }
  const joined = kept.join('/');
  return rooted ? `/${joined}` : joined || '.';
}

/** The non-empty elements joined by slashes and cleaned; the empty text when there is none (Go's path.Join). */
export function joinPath(...elements: readonly string[]): string {
  const joined = elements.filter((element) => element !== '').join('/');
  return joined && cleanPath(joined);
}
