// The project's own files: where they lie, and what the modules among them import. For the tests that look at the repository.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A TypeScript file. */
export interface Module {
  /** From the root of the repository, as are all paths here. */
  readonly path: string;
  /** Paths for files of ours, package names for others. */
  readonly imports: readonly string[];
  readonly text: string;
}

/** Folders of what is installed or made. */
const isMade = (name: string): boolean => /^(?:node_modules|dist|out|coverage|shots)$/.test(name);

/** The files below a folder whose names end in one of `extensions`. */
export function filesBelow(folder: string, extensions: readonly string[]): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (entry.isDirectory()) return isMade(entry.name) ? [] : filesBelow(path, extensions);
    return entry.isFile() && extensions.includes(posix.extname(entry.name)) ? [path] : [];
  });
}

/** The modules below a folder, generated indexes included. */
export function modulesBelow(folder: string): readonly Module[] {
  return filesBelow(folder, ['.ts']).map(readModule);
}

function readModule(path: string): Module {
  const text = readFileSync(join(root, path), 'utf8');
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const imports = found.map((name) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name));
  return { path, imports, text };
}

export const isGenerated = (path: string): boolean => path.endsWith('.gen.ts');

/** `from -> to` for every import that `isWrong`. */
export function wrongImports(
  modules: readonly Module[],
  isWrong: (to: string, from: Module) => boolean,
): readonly string[] {
  return modules.flatMap((module) =>
    module.imports.filter((to) => isWrong(to, module)).map((to) => `${module.path} -> ${to}`),
  );
}
