// The files, directories and links of a config while sugar adds to them: one key space, looked up by path.
import type { Directory, Link, Storage, StorageFile } from '../config.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { list, withFields } from '../output/make.ts';
import type { OutList, OutNode } from '../output/nodes.ts';

export class StorageNodes {
  readonly #storage: Storage;
  readonly #files: NodeList<StorageFile>;
  readonly #directories: NodeList<Directory>;
  readonly #links: NodeList<Link>;

  constructor(storage: Storage) {
    this.#storage = storage;
    this.#files = new NodeList(storage.fields.files);
    this.#directories = new NodeList(storage.fields.directories);
    this.#links = new NodeList(storage.fields.links);
  }

  has(path: string): boolean {
    return this.originOf(path) !== undefined;
  }

  /** Where the entry of a path comes from. */
  originOf(path: string): Origin | undefined {
    return (this.#files.get(path) ?? this.#directories.get(path) ?? this.#links.get(path))?.origin;
  }

  file(path: string): StorageFile | undefined {
    return this.#files.get(path);
  }

  link(path: string): Link | undefined {
    return this.#links.get(path);
  }

  /** Puts a file at the end, or in the place of the one of that path. */
  setFile(path: string, file: StorageFile): void {
    this.#files.set(path, file);
  }

  setLink(path: string, link: Link): void {
    this.#links.set(path, link);
  }

  addDirectory(path: string, directory: Directory): void {
    this.#directories.set(path, directory);
  }

  /** The storage section with all that was added. */
  storage(): Storage {
    const origin = this.#storage.origin;
    return withFields(this.#storage, {
      files: this.#files.list(origin),
      directories: this.#directories.list(origin),
      links: this.#links.list(origin),
    });
  }
}

/** One of the three lists, with the index of each path. */
class NodeList<Node extends StorageFile | Directory | Link> {
  readonly #original: OutList<Node> | undefined;
  readonly #items: Node[];
  readonly #index = new Map<string, number>();

  constructor(original: OutList<Node> | undefined) {
    this.#original = original;
    this.#items = [...(original?.items ?? [])];
    for (const [index, item] of this.#items.entries()) {
      const path = pathOf(item);
      if (!this.#index.has(path)) this.#index.set(path, index);
    }
  }

  get(path: string): Node | undefined {
    const index = this.#index.get(path);
    return index === undefined ? undefined : this.#items[index];
  }

  set(path: string, node: Node): void {
    const index = this.#index.get(path);
    if (index !== undefined) {
      this.#items[index] = node;
      return;
    }
    this.#index.set(path, this.#items.length);
    this.#items.push(node);
  }

  list(origin: Origin): OutList<Node> | undefined {
    if (this.#items.length === 0) return this.#original;
    // A list that only sugar made is reported at that sugar.
    return list(this.#items, this.#original?.origin ?? this.#items[0]?.origin ?? origin);
  }
}

function pathOf(node: OutNode): string {
  const path = node.kind === 'object' ? node.fields.path : undefined;
  return path?.kind === 'text' ? path.value : '';
}
