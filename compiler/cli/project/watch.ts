// Waits for files to change and runs something again. Watches folders, not files: editors replace a file by another one.
import { type FSWatcher, watch as watchFolder } from 'node:fs';
import { dirname } from 'node:path';
import { writeError } from '../output.ts';

/** Saves come in bursts. */
const quietMilliseconds = 100;

/** Runs `again` after each change near one of `paths`; it gives the paths to watch from then on. Never resolves. */
export function watch(paths: readonly string[], again: () => Promise<readonly string[]>): Promise<never> {
  return new Promise<never>((_, fail) => start(paths, again, fail));
}

function start(
  paths: readonly string[],
  again: () => Promise<readonly string[]>,
  fail: (reason: unknown) => void,
): void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    do {
      isWanted = false;
      follow(await again());
    } while (isWanted);
    isRunning = false;
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run().catch(fail), quietMilliseconds);
  };
  const follow = (wanted: readonly string[]): void => {
    for (const folder of new Set(wanted.flatMap((path) => [path, dirname(path)]))) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watchFolder(folder, changed);
        watcher.on('error', () => {
          watcher.close();
          watchers.delete(folder);
        });
        watchers.set(folder, watcher);
      } catch {
        // It is gone, or no folder of ours to look at; its parent is watched too.
      }
    }
  };
  writeError('waiting for changes; stop with Ctrl+C\n');
  follow(paths);
}
