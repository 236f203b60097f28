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

/**
 * Where `name` leads below the directory `root`, which is clean: a clean relative path, `.` for the directory itself; undefined when
 * it leads out. All that resolves a name that a user wrote asks this.
 */
export function pathBelow(root: string, name: string): string | undefined {
  const path = joinPath(root, name);
  if (path === root) return '.';
  const above = root === '/' ? '/' : `${root}/`;
  return path.startsWith(above) ? path.slice(above.length) : undefined;
}
