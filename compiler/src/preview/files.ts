// The files, directories and links that a config makes, by path.
import type { Config, Directory, Link, StorageFile } from '../config.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { type ContentsPreview, contentsOf } from './contents.ts';
import { type Made, madeOf } from './made.ts';

export interface FilePreview extends Made {
  readonly kind: 'file' | 'directory' | 'link';
  readonly path: string;
  /** Absent: Ignition's default. */
  readonly mode?: number;
  /** Name or number; absent: root. */
  readonly user?: string;
  readonly group?: string;
  readonly overwrite?: true;
  readonly contents?: ContentsPreview;
  /** How many pieces are added at the end. */
  readonly appended?: number;
  /** Of a link. */
  readonly target?: string;
  readonly isHard?: true;
}

export function filesOf({ fields }: Config): readonly FilePreview[] {
  const storage = fields.storage?.fields;
  const all = [
    ...(storage?.directories?.items ?? []).map(directory),
    ...(storage?.files?.items ?? []).map(file),
    ...(storage?.links?.items ?? []).map(link),
  ];
  return all.sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function file(item: StorageFile): FilePreview {
  const { fields } = item;
  const contents = contentsOf(fields.contents);
  const appended = fields.append?.items.length ?? 0;
  return {
    kind: 'file',
    ...common(item),
    ...(fields.mode ? { mode: Number(fields.mode.value) } : {}),
    ...(contents ? { contents } : {}),
    ...(appended > 0 ? { appended } : {}),
  };
}

function directory(item: Directory): FilePreview {
  const { mode } = item.fields;
  return { kind: 'directory', ...common(item), ...(mode ? { mode: Number(mode.value) } : {}) };
}

function link(item: Link): FilePreview {
  const { target, hard } = item.fields;
  return {
    kind: 'link',
    ...common(item),
    target: target?.value ?? '',
    ...(hard?.value === true ? { isHard: true } : {}),
  };
}

type Node = StorageFile | Directory | Link;

function common({ fields, origin }: Node) {
  const user = owner(fields.user);
  const group = owner(fields.group);
  return {
    path: fields.path?.value ?? '',
    ...(user === undefined ? {} : { user }),
    ...(group === undefined ? {} : { group }),
    ...(fields.overwrite?.value === true ? { overwrite: true as const } : {}),
    ...madeOf(placeOf(fields.path?.origin, origin)),
  };
}

/** A click on a file leads to its path, which is where people look; what a sugar made has no better place than its own. */
function placeOf(path: Origin | undefined, item: Origin): Origin {
  return path && item.by === undefined ? path : item;
}

function owner(node: Node['fields']['user']): string | undefined {
  const { id, name } = node?.fields ?? {};
  return name?.value ?? (id === undefined ? undefined : String(id.value));
}
