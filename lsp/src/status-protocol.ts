// What a status bar asks of the server, as types and names alone: clients import it as they import `protocol.ts`.
import type { TargetName } from './targets-protocol.ts';

/** Request: in few words how a config is. Answers null for what is no config. */
export const statusRequest = 'kindling/status';

export interface StatusParams {
  readonly textDocument: { readonly uri: string };
  /** Of the targets that the config takes part in, the one whose size is wanted. Without it that of the only one. */
  readonly target?: TargetName;
}

export interface StatusResult {
  /** The version of the document that it was made of. */
  readonly version: number;
  /** The spec, such as `fcos 1.7.0`; absent when variant and version name none. */
  readonly spec?: string;
  readonly errors: number;
  readonly warnings: number;
  /** Bytes of what `kindling compile` writes; absent when there are errors. */
  readonly size?: number;
  /** The targets that the config takes part in. */
  readonly targets: readonly TargetName[];
  readonly target?: TargetStatus;
}

export interface TargetStatus extends TargetName {
  /** Bytes of what `kindling build` writes; absent when there are errors. */
  readonly size?: number;
}
