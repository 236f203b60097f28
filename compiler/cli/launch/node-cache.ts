// Node's cache of compiled code, which Node 22 and later have. `NODE_DISABLE_COMPILE_CACHE` and `NODE_COMPILE_CACHE` are obeyed by
// Node itself; a folder that cannot be written is no error to it.
import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Has Node keep what it compiles in the user's folder of caches. Without such a folder nothing is kept. */
export function useNodesCache(): void {
  // An import would load Node's loader of ES modules, for nothing where the build's code is taken.
  const nodeModule = process.getBuiltinModule?.('node:module') as CompileCache | undefined;
  const folder = nodeModule?.enableCompileCache && cacheFolder();
  if (folder) nodeModule.enableCompileCache?.(join(folder, 'kindling'));
}

/** The types are those of the oldest Node that is supported. */
interface CompileCache {
  readonly enableCompileCache?: (folder: string) => unknown;
}

/** Node's own choice is a folder for temporary files, where anybody could lay code for others to run. */
function cacheFolder(): string | undefined {
  const { HOME: home, LOCALAPPDATA: local, XDG_CACHE_HOME: caches } = process.env;
  if (process.platform === 'win32') return local;
  if (!home || !isOurs(home)) return undefined;
  return process.platform === 'darwin' ? join(home, 'Library', 'Caches') : caches || join(home, '.cache');
}

/** `sudo` may leave the home of somebody else. */
function isOurs(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.();
}
