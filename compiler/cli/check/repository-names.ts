// Files by their names in the repository: those under which GitHub and code scanning know them, wherever the command runs.
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, normalize, relative, resolve, sep } from 'node:path';
import { standardInputName } from './find-files.ts';

/** The names for reports that a service reads; undefined for formats that people read, who stand where the command runs. */
export function reportNames(format: string): ((file: string) => string) | undefined {
  if (format !== 'github' && format !== 'sarif') return undefined;
  const roots = [process.env.GITHUB_WORKSPACE, repositoryAbove(process.cwd())].flatMap(realPath);
  return (file) => (file === standardInputName ? file : nameBelow(roots, file));
}

/** The name below the first of the roots that holds the file; of one that is elsewhere, its own without detours. */
function nameBelow(roots: readonly string[], file: string): string {
  const full = resolve(file);
  for (const root of roots) {
    const name = relative(root, full);
    if (name !== '' && name !== '..' && !name.startsWith(`..${sep}`) && resolve(root, name) === full) {
      return name.split(sep).join('/');
    }
  }
  return normalize(file).split(sep).join('/');
}

function repositoryAbove(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

/** The working directory has no links in it, and a variable may. */
function realPath(path: string | undefined): readonly string[] {
  try {
    return path ? [realpathSync(path)] : [];
  } catch {
    return [];
  }
}
