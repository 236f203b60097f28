// Sugar: `storage.trees` copies local directories into the config, file by file. Fills in the user's own entries where they
// leave contents or target open; anything else at the path of an entry is a conflict.
import type { Directory, Link, StorageFile, Tree } from '../config.ts';
import nodeExists from '../diagnostic/codes/node-exists.ts';
import treeFileType from '../diagnostic/codes/tree-file-type.ts';
import treeNotDirectory from '../diagnostic/codes/tree-not-directory.ts';
import { type DiagnosticDefinition, report } from '../diagnostic/definition.ts';
import { madeBy, type Origin } from '../diagnostic/origin.ts';
import { isInputError, type TreeEntry } from '../host.ts';
import { embed, readLocal, reportFilesDirMissing, reportInputError, resolveLocal } from '../inputs.ts';
import { int, object, text, withFields } from '../output/make.ts';
import { joinPath } from '../text/clean-path.ts';
import type { SugarContext, SugarPass } from './pass.ts';
import { StorageNodes } from './storage-nodes.ts';

const defaultDirectoryMode = 0o755;
const executableMode = 0o755;
const plainMode = 0o644;

const trees: SugarPass = (config, context) => {
  const { storage } = config.fields;
  const wanted = storage?.fields.trees?.items ?? [];
  const first = wanted[0];
  if (storage === undefined || first === undefined) return config;
  if (context.host.inputs === undefined) {
    // Once, for the first: all others have the same fault.
    reportFilesDirMissing(first.origin.at(), context);
    return config;
  }
  const nodes = new StorageNodes(storage);
  for (const tree of wanted) new TreeCopy(tree, nodes, context).run();
  return withFields(config, { storage: nodes.storage() });
};

export default trees;

class TreeCopy {
  readonly #tree: Tree;
  readonly #nodes: StorageNodes;
  readonly #context: SugarContext;
  readonly #origin: Origin;
  readonly #local: string;

  constructor(tree: Tree, nodes: StorageNodes, context: SugarContext) {
    this.#tree = tree;
    this.#nodes = nodes;
    this.#context = context;
    this.#origin = madeBy('trees', tree.origin);
    this.#local = tree.fields.local?.value ?? '';
  }

  run(): void {
    const place = this.#tree.origin.at();
    // A tree without a name is an error of its own; the files directory itself is not meant.
    if (this.#local === '') return;
    const root = resolveLocal(this.#local, place, this.#context);
    if (root === undefined) return;
    const entries = this.#context.host.inputs?.tree(root) ?? { problem: 'missing' };
    if (!isInputError(entries)) {
      for (const entry of entries) this.#copy(entry);
    } else if (entries.problem === 'not-directory') {
      this.#report(treeNotDirectory, `\`${this.#local}\` is not a directory; use \`storage.files\` for a single file`);
    } else {
      reportInputError(this.#local, entries, place, this.#context);
    }
  }

  #copy(entry: TreeEntry): void {
    const name = entry.path === '' ? this.#local : `${this.#local}/${entry.path}`;
    const path = joinPath(this.#tree.fields.path?.value || '/', entry.path);
    if (entry.error) {
      reportInputError(name, entry.error, this.#tree.origin.at(), this.#context);
      return;
    }
    switch (entry.kind) {
      case 'directory':
        this.#directory(path);
        return;
      case 'file':
        this.#file(path, name, entry.executable === true);
        return;
      case 'link':
        this.#link(path, entry.target ?? '');
        return;
      case 'other':
        this.#report(treeFileType, `\`${name}\` is a device, socket or FIFO, which no config can make; remove it`);
    }
  }

  /** Directories are listed only when the tree says something about them. */
  #directory(path: string): void {
    const { dir_mode, user, group } = this.#tree.fields;
    const isOwned = [user, group].some((owner) => owner?.fields.id !== undefined || owner?.fields.name !== undefined);
    if (dir_mode === undefined && !isOwned) return;
    if (this.#nodes.has(path)) {
      this.#conflict(path);
      return;
    }
    const mode = dir_mode ?? int(defaultDirectoryMode, this.#origin);
    const directory: Directory = object({ ...this.#owner(), path: text(path, this.#origin), mode }, this.#origin);
    this.#nodes.addDirectory(path, directory);
  }

  #file(path: string, name: string, executable: boolean): void {
    const existing = this.#nodes.file(path);
    const isOpen = existing !== undefined && !existing.fields.contents?.fields.source?.value;
    if (this.#nodes.has(path) && !isOpen) {
      this.#conflict(path);
      return;
    }
    const bytes = readLocal(name, this.#tree.origin.at(), this.#context);
    if (bytes === undefined) return;
    const mode = this.#tree.fields.file_mode ?? int(executable ? executableMode : plainMode, this.#origin);
    if (existing !== undefined) {
      const contents = this.#contents(bytes, existing);
      this.#nodes.setFile(path, withFields(existing, { contents, mode: existing.fields.mode ?? mode }));
      return;
    }
    const contents = this.#contents(bytes, undefined);
    const fields = { ...this.#owner(), path: text(path, this.#origin), contents, mode };
    this.#nodes.setFile(path, object(fields, this.#origin));
  }

  #contents(bytes: Uint8Array, existing: StorageFile | undefined): NonNullable<StorageFile['fields']['contents']> {
    const given = existing?.fields.contents;
    const packed = (given?.fields.compression?.value ?? '') !== '';
    const url = embed(bytes, this.#context, packed);
    const source = text(url.source, this.#origin);
    const fields = { ...given?.fields, source };
    if (url.compression === undefined || packed) return object(fields, given?.origin ?? this.#origin);
    const compression = text(url.compression, this.#origin);
    return object({ ...fields, compression }, given?.origin ?? this.#origin);
  }

  #link(path: string, target: string): void {
    const existing = this.#nodes.link(path);
    const isOpen = existing !== undefined && !existing.fields.target?.value;
    if (this.#nodes.has(path) && !isOpen) {
      this.#conflict(path);
      return;
    }
    const made: Link = existing
      ? withFields(existing, { target: text(target, this.#origin) })
      : object({ ...this.#owner(), path: text(path, this.#origin), target: text(target, this.#origin) }, this.#origin);
    this.#nodes.setLink(path, made);
  }

  #owner(): Pick<Tree['fields'], 'user' | 'group'> {
    const { user, group } = this.#tree.fields;
    return { ...(user ? { user } : {}), ...(group ? { group } : {}) };
  }

  #conflict(path: string): void {
    const earlier = this.#nodes.originOf(path);
    const notes = earlier ? [{ message: `\`${path}\` is defined here`, location: earlier.location }] : [];
    const message = `the tree would make \`${path}\`, which the config defines already; remove one of them`;
    const place = this.#tree.origin.at();
    this.#context.report(report(nodeExists, place, message, { notes, data: { path } }));
  }

  #report(definition: DiagnosticDefinition, message: string): void {
    this.#context.report(report(definition, this.#tree.origin.at(), message));
  }
}
