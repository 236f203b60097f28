// Which files of the workspace are configs and projects: found by one walk over the folders, with a limit that is said when it is
// met. Where the client tells of files that come and go, the walk is made again only then.
import { isButaneName, projectFile } from '../../compiler/src/editor/index.ts';
import { childUri, sameUri } from './files.ts';
import type { Session } from './session.ts';

const mostFiles = 2000;
const mostEntries = 50_000;
/** Where there are thousands of files, and none that belongs to the people who work here. */
const skipped: ReadonlySet<string> = new Set(['.hg', '.svn', 'vendor', 'target', '.venv']);

/** A file that is one of ours by its name, or may be one by its text. */
export interface WorkspaceFile {
  readonly uri: string;
  /** From the workspace folder. */
  readonly path: string;
  readonly name: string;
}

interface Walk {
  readonly files: readonly WorkspaceFile[];
  readonly directories: ReadonlySet<string>;
}

export class WorkspaceConfigs {
  readonly #session: Session;
  #walk: Walk | undefined;
  #hasTold = false;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The next question is answered by a walk. */
  forget(): void {
    this.#walk = undefined;
  }

  /** A file or directory has other contents. */
  changed(uri: string): void {
    if (this.#walk?.directories.has(sameUri(uri))) this.forget();
  }

  /** The URIs of all configs in the workspace folders, open ones first. */
  configs(log: (message: string) => void): readonly string[] {
    const found = new Map<string, string>();
    for (const { uri, kind } of this.#session.all) if (kind !== 'other') found.set(sameUri(uri), uri);
    for (const { uri, name } of this.#files(log)) {
      if (found.size >= mostFiles) {
        this.#tell(log);
        break;
      }
      if (!found.has(sameUri(uri)) && this.#isConfig(uri, name)) found.set(sameUri(uri), uri);
    }
    return [...found.values()];
  }

  /** The project files in the workspace folders. */
  projects(log: (message: string) => void): readonly WorkspaceFile[] {
    return this.#files(log).filter(({ name }) => name === projectFile);
  }

  #isConfig(uri: string, name: string): boolean {
    if (isButaneName(name) || /\.ign$/i.test(name) || name === projectFile) return true;
    const snapshot = this.#session.find(uri);
    return snapshot !== undefined && snapshot.kind !== 'other';
  }

  #files(log: (message: string) => void): readonly WorkspaceFile[] {
    const walk = this.#walk ?? this.#walkFolders(log);
    if (this.#session.client.watchesFiles) this.#walk = walk;
    return walk.files;
  }

  #walkFolders(log: (message: string) => void): Walk {
    const { folders, files } = this.#session;
    const found = new Map<string, WorkspaceFile>();
    const directories = new Set<string>();
    const open = folders.map((uri) => ({ uri, path: '' })).reverse();
    let seen = 0;
    for (let at = open.pop(); at !== undefined && seen < mostEntries; at = open.pop()) {
      if (directories.has(sameUri(at.uri)) || !this.#session.mayRead(at.uri)) continue;
      directories.add(sameUri(at.uri));
      const entries = files.list(at.uri);
      seen += entries.length;
      const inner = at.path === '' ? '' : `${at.path}/`;
      const below = entries.map(({ name, isDirectory }) => {
        return { name, isDirectory, path: inner + name, uri: childUri(at.uri, name) };
      });
      for (const { uri, path, name, isDirectory } of below) {
        if (!isDirectory && mayBeConfig(name)) found.set(sameUri(uri), { uri, path, name });
      }
      // The last one in is the next one out.
      for (const each of below.toReversed()) if (each.isDirectory && !skipped.has(each.name)) open.push(each);
    }
    if (open.length > 0) this.#tell(log);
    return { files: [...found.values()], directories };
  }

  /** Editors ask every few seconds. */
  #tell(log: (message: string) => void): void {
    if (!this.#hasTold)
      log(`the workspace has more files than are looked into: ${mostFiles} configs, ${mostEntries} entries`);
    this.#hasTold = true;
  }
}

function mayBeConfig(name: string): boolean {
  return isButaneName(name) || /\.(?:ign|ya?ml)$/i.test(name);
}
