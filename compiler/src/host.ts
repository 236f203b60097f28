// What the core asks of the world. A host answers synchronously from what it has: files of a directory, a snapshot of an
// editor's workspace, a map in a browser. The core itself reads nothing.

/** Why a file or directory could not be had. */
export type InputProblem =
  | 'missing'
  | 'directory'
  | 'not-directory'
  | 'denied'
  | 'too-large'
  | 'special-file'
  | 'outside'
  | 'failed';

export interface InputError {
  readonly problem: InputProblem;
  /** More for the message, where there is more to say: `limit is 100 MB`. */
  readonly detail?: string;
}

/** One entry of a directory tree, depth first, names in byte order, symbolic links not followed. */
export interface TreeEntry {
  /** Relative to the tree's root with `/` between names; empty for the root itself. */
  readonly path: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  /** Any of the three execute bits. */
  readonly executable?: boolean;
  /** What a link points to, as it is written. */
  readonly target?: string;
  /** The entry is there but could not be looked at. */
  readonly error?: InputError;
}

/** The files directory. Paths are relative to it, clean, with `/`; `.` is the directory itself. */
export interface Inputs {
  /** Absolute, clean path of the directory; names that lead out of it are refused before they get here. */
  readonly root: string;
  file(path: string): Uint8Array | InputError;
  /** A tree whose root is a directory once links are followed; a root that is itself a link gives just that entry. */
  tree(path: string): readonly TreeEntry[] | InputError;
  /** The names in a directory, none of one that cannot be read: for suggestions. Absent: none are made. */
  names?(directory: string): readonly string[];
}

export interface Host {
  /** Absent when no files directory was given. */
  readonly inputs?: Inputs;
  /** gzip at the best compression (zlib level 9). Absent: nothing is packed. */
  gzip?(bytes: Uint8Array): Uint8Array;
}

/** Whether a host's answer is a refusal. */
export function isInputError(answer: Uint8Array | readonly TreeEntry[] | InputError): answer is InputError {
  return 'problem' in answer;
}
