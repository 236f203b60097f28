// What the server knows between two messages: the open documents, the settings, the folders, what the client can do. Features
// read it; only `server.ts` and `diagnostics-flow.ts` change it. Knows no connection.
import {
  createTextMemo,
  type Diagnostic,
  type Document,
  type LintOptions,
  lintsOfWholes,
  projectFile,
  type Releases,
  type TextMemo,
} from '../../compiler/src/editor/index.ts';
import type { ClientTraits } from './client-traits.ts';
import { isBelow, parentUri, type ServerFiles, sameUri } from './files.ts';
import { type LocalHost, localHost } from './local-files.ts';
import { Projects } from './projects.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { Snapshot } from './snapshot.ts';
import { type Encoding, type TextChange, TextDocument } from './text-document.ts';
import { WorkspaceConfigs } from './workspace-configs.ts';

const noLints: ReadonlySet<string> = new Set();

/** What is read from a file has no version: an editor counts from 0. */
const versionOfClosed = -1;

export class Session {
  readonly files: ServerFiles;
  readonly client: ClientTraits;
  readonly #open = new Map<string, Snapshot>();
  /** Files of the workspace that are not open, as they were read last. */
  readonly #closed = new Map<string, Snapshot>();
  #serial = 0;
  settings: Settings = defaultSettings;
  /** Done when the client's settings are known: findings by others would flicker. */
  settled: Promise<void> = Promise.resolve();
  folders: readonly string[];
  isTrusted: boolean;
  /** Where the client wants the codes of findings to lead; `{code}` stands for the code. */
  codeLink: string | undefined;

  constructor(files: ServerFiles, client: ClientTraits, folders: readonly string[], isTrusted: boolean) {
    this.files = files;
    this.client = client;
    this.folders = folders;
    this.isTrusted = isTrusted;
  }

  get encoding(): Encoding {
    return this.client.encoding;
  }

  open(uri: string, languageId: string, version: number, text: string): Snapshot {
    return this.#put(new TextDocument(uri, languageId, version, text));
  }

  /** Undefined for a document that is not open: there is nothing that the change could be of. */
  change(uri: string, version: number, changes: readonly TextChange[]): Snapshot | undefined {
    const before = this.#open.get(sameUri(uri));
    if (before === undefined) return undefined;
    const after = this.#put(before.text.changed(changes, version, this.encoding));
    after.lastCost = before.lastCost;
    return after;
  }

  /** From now on the file counts. Gives the open documents that read it. */
  close(uri: string): readonly Snapshot[] {
    this.#open.delete(sameUri(uri));
    this.#memos.delete(sameUri(uri));
    return this.filesChanged([uri]);
  }

  #put(text: TextDocument): Snapshot {
    const snapshot = this.#snapshotOf(text);
    this.#open.set(sameUri(text.uri), snapshot);
    this.#closed.delete(sameUri(text.uri));
    return snapshot;
  }

  #snapshotOf(text: TextDocument): Snapshot {
    this.#serial++;
    return new Snapshot(text, (document) => this.#hostOf(document), this.#serial);
  }

  /** An open document. */
  get(uri: string): Snapshot | undefined {
    return this.#open.get(sameUri(uri));
  }

  /** A document, open or read from its file; undefined when there is none. */
  find(uri: string): Snapshot | undefined {
    return this.get(uri) ?? this.#readClosed(uri);
  }

  get all(): readonly Snapshot[] {
    return [...this.#open.values()];
  }

  #readClosed(uri: string): Snapshot | undefined {
    const key = sameUri(uri);
    const known = this.#closed.get(key);
    // Without word of changes a file has to be read every time, but it is judged only when it has changed.
    if (known && this.#hearsOf(key)) return known;
    const text = this.mayRead(uri) ? this.files.read(uri) : undefined;
    if (text === undefined) {
      this.#closed.delete(key);
      return undefined;
    }
    if (known?.text.text === text) return known;
    const snapshot = this.#snapshotOf(new TextDocument(uri, '', versionOfClosed, text));
    this.#closed.set(key, snapshot);
    return snapshot;
  }

  /** Clients tell of changes in the workspace folders, and of none elsewhere. */
  #hearsOf(name: string): boolean {
    return this.client.watchesFiles && this.folders.some((folder) => isBelow(name, sameUri(folder)));
  }

  /** Whether a file may be read at all: without trust only what lies in a workspace folder, links followed. */
  mayRead(uri: string): boolean {
    if (this.isTrusted) return true;
    const real = this.files.resolve(uri);
    if (real === undefined) return false;
    return this.folders.some((folder) => {
      const base = sameUri(this.files.resolve(folder) ?? folder).replace(/\/$/, '');
      return sameUri(real) === base || sameUri(real).startsWith(`${base}/`);
    });
  }

  #hostOf(document: Document): LocalHost {
    return localHost(document, {
      files: this.files,
      folders: this.folders,
      isTrusted: this.isTrusted,
      filesDir:
        this.settings.filesDir === 'auto' ? (this.projects.filesDirOf(document.uri) ?? 'auto') : this.settings.filesDir,
      mayRead: (uri) => this.mayRead(uri),
      openText: (uri) => this.get(uri)?.text.text,
    });
  }

  /** A document has another text in the editor, which makes no file or directory another one. Gives the open readers of it. */
  edited(uri: string): readonly Snapshot[] {
    this.#closed.delete(sameUri(uri));
    this.projects.forgetIncludes();
    return this.#forgetIn((snapshot) => snapshot.reads(uri));
  }

  /** Files or whole folders have changed: what was read of them is forgotten. Gives the open documents that read them. */
  filesChanged(uris: readonly string[]): readonly Snapshot[] {
    this.files.forget?.(uris);
    this.projects.forget();
    const names = uris.map(sameUri);
    for (const key of this.#closed.keys()) if (names.some((name) => isBelow(key, name))) this.#closed.delete(key);
    return this.#forgetIn((snapshot) => uris.some((uri) => snapshot.reads(uri)));
  }

  /** Forgets the files of some documents, and gives those that are open. */
  #forgetIn(isMeant: (snapshot: Snapshot) => boolean): readonly Snapshot[] {
    const concerned = this.all.filter(isMeant);
    for (const snapshot of [...concerned, ...[...this.#closed.values()].filter(isMeant)]) snapshot.forgetFiles();
    return concerned;
  }

  /**
   * Makes a change of some files or folders, and gives the open documents that it concerns: those that `change` gives, and by
   * their projects those that belong together before it or after it.
   */
  around(uris: readonly string[], change: () => readonly Snapshot[]): readonly Snapshot[] {
    const companions = () => uris.flatMap((uri) => this.companions(uri));
    const before = { companions: companions(), directories: uris.map((uri) => this.projects.directoriesAt(uri)) };
    const concerned = change();
    const moved = uris.filter((uri, index) => this.projects.directoriesAt(uri) !== before.directories[index]);
    const folders = moved.map((uri) => sameUri(parentUri(uri)));
    const elsewhere = this.#forgetIn(({ uri }) => folders.some((folder) => isBelow(sameUri(uri), folder)));
    const all = [...concerned, ...elsewhere, ...before.companions, ...companions()];
    // A document that was open before may have been closed, or be another version of itself.
    return [...new Set(all)].filter((snapshot) => this.get(snapshot.uri) === snapshot);
  }

  /** Settings, folders or trust have changed: everything is to be judged anew. */
  everythingChanged(): void {
    this.#closed.clear();
    this.projects.forget();
    this.workspace.forget();
    for (const snapshot of this.all) snapshot.forgetFiles();
  }

  readonly projects = new Projects(this);
  readonly workspace = new WorkspaceConfigs(this);

  /** What is known of the embedded texts of each document: a keystroke changes one of them. */
  readonly #memos = new Map<string, TextMemo>();

  get releases(): Releases {
    const { systemdVersion, podmanVersion } = this.settings;
    return {
      ...(systemdVersion > 0 ? { systemd: systemdVersion } : {}),
      ...(podmanVersion === '' ? {} : { podman: podmanVersion }),
    };
  }

  /** Everything that is to be said of a document, its projects included. */
  async findings(snapshot: Snapshot): Promise<readonly Diagnostic[]> {
    if (snapshot.isTooLong) return [];
    await this.settled;
    const own = await snapshot.findings(this.lintOptions(snapshot));
    const project = this.projects.findingsFor(snapshot);
    return project.length === 0 ? own : [...own, ...project];
  }

  /** How a document is linted: with what is known of the texts in it from the last time. */
  lintOptions({ uri }: Snapshot): LintOptions {
    const key = sameUri(uri);
    const memo = this.#memos.get(key) ?? createTextMemo();
    this.#memos.set(key, memo);
    const isFragment = this.projects.targetsOf(uri).length > 0;
    return { releases: this.releases, memo, off: isFragment ? lintsOfWholes : noLints };
  }

  /** Changes whenever the findings of a document may have. */
  stampOf(snapshot: Snapshot): string {
    return `${snapshot.stamp} ${this.projects.stampOf(snapshot.uri)}`;
  }

  /** Open documents that share a target with a file, or with one in a folder; those that a project file may be about. */
  companions(uri: string): readonly Snapshot[] {
    const own = sameUri(uri);
    const names = this.projects.companions(uri);
    // A new project takes the files below it from the project above.
    const isMeant = (name: string): boolean =>
      names.has(name) || (own.endsWith(`/${projectFile}`) && isBelow(name, parentUri(own)));
    return this.all.filter((each) => sameUri(each.uri) !== own && isMeant(sameUri(each.uri)));
  }
}
