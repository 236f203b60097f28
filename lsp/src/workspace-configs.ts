// Which files of the workspace are configs: found by walking the folders, with a limit that is said when it is met.
import { isButaneName, projectFile } from '../../compiler/src/editor/index.ts';
import { childUri, sameUri } from './files.ts';
import type { Session } from './session.ts';

const mostFiles = 2000;
const mostEntries = 50_000;
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', 'vendor', 'target', '.venv']);

/** The URIs of all configs in the workspace folders, open ones first. */
export function workspaceConfigs(session: Session, log: (message: string) => void): readonly string[] {
  const found = new Map<string, string>();
  for (const { uri, kind } of session.all) if (kind !== 'other') found.set(sameUri(uri), uri);
  const open = [...session.folders].reverse();
  let seen = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (!session.mayRead(at)) continue;
    for (const { name, isDirectory } of session.files.list(at)) {
      seen++;
      const uri = childUri(at, name);
      if (isDirectory) {
        if (!skipped.has(name)) open.push(uri);
      } else if (!found.has(sameUri(uri)) && isConfig(session, uri, name)) found.set(sameUri(uri), uri);
    }
    if (found.size >= mostFiles || seen >= mostEntries) {
      log(`the workspace has more files than are looked into: ${found.size} configs among ${seen} entries`);
      break;
    }
  }
  return [...found.values()];
}

function isConfig(session: Session, uri: string, name: string): boolean {
  if (isButaneName(name) || /\.ign$/i.test(name) || name === projectFile) return true;
  if (!/\.ya?ml$/i.test(name)) return false;
  const snapshot = session.find(uri);
  return snapshot !== undefined && snapshot.kind !== 'other';
}
