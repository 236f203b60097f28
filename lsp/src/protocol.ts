// What Kindling adds to the protocol, as types and names alone: clients import this file and nothing else of the server.

/** Request: the compiled output of a config, with where each piece of it comes from. */
export const outputRequest = 'kindling/output';

export interface OutputParams {
  readonly textDocument: { readonly uri: string };
  /** As `kindling compile` writes it, without a map, rather than indented for people. */
  readonly isCompact?: boolean;
}

export interface OutputResult {
  /** Ignition JSON, indented, or a MachineConfig; absent when the config has errors. */
  readonly text?: string;
  readonly languageId: 'json' | 'yaml';
  /** Bytes of what `kindling compile` writes; absent when the config has errors. */
  readonly size?: number;
  /** The version of the document that it was made of. */
  readonly version: number;
  /** Where the pieces of an indented output come from. */
  readonly map?: OutputMap;
  /** How many errors keep it from being compiled. */
  readonly errors: number;
}

/** Flat, as a long config has ten thousands of pieces. */
export interface OutputMap {
  readonly uris: readonly string[];
  /** Sugar that made something that was not written as such. */
  readonly sugar: readonly string[];
  /**
   * Ten numbers for each piece, in the order of the output, outer before inner: start line, start character, end line and end
   * character in the output; an index in `uris`, and the same four there; an index in `sugar`, -1 for none.
   */
  readonly pieces: readonly number[];
}

/** Notification from the server: the output of these configs may have changed. */
export const outputChangedNotification = 'kindling/outputChanged';

export interface OutputChangedParams {
  readonly uris: readonly string[];
}

/** Request: the page of a code. Answers null where there is no such code. */
export const rulePageRequest = 'kindling/rulePage';

export interface RulePageParams {
  readonly code: string;
}

export interface RulePageResult {
  readonly markdown: string;
}

/** Notification to the server: the workspace has become trusted (or not). */
export const trustNotification = 'kindling/trust';

export interface TrustParams {
  readonly trusted: boolean;
}

/** Request from a server without a file system of its own (in a web worker): a file, a directory. */
export const readFileRequest = 'kindling/readFile';
export const readDirectoryRequest = 'kindling/readDirectory';

export interface FileParams {
  readonly uri: string;
}

/** Base64; absent when there is no such file. */
export interface ReadFileResult {
  readonly contents?: string;
  readonly problem?: 'missing' | 'directory' | 'denied' | 'too-large' | 'failed';
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: 'file' | 'directory' | 'link' | 'other';
}

export interface ReadDirectoryResult {
  readonly entries?: readonly DirectoryEntry[];
}

/** What a client may send as `initializationOptions`. */
export interface InitializationOptions {
  readonly kindling?: Readonly<Record<string, unknown>>;
  /** `false`: no file outside of the workspace folders is read, and links that lead out are refused. Default `true`. */
  readonly trusted?: boolean;
  /** Where the codes of findings lead, `{code}` standing for the code: for clients that show `kindling/rulePage` themselves. */
  readonly codeLink?: string;
}
