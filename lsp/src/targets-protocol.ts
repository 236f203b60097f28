// What a view of projects asks of the server, as types and names alone: clients import it as they import `protocol.ts`.

/** Request: the projects in the workspace folders, with the targets of each and the state of their fragments. */
export const targetsRequest = 'kindling/targets';

export interface ProjectInfo {
  /** Of the `kindling.yaml`. */
  readonly uri: string;
  /** Its path from its workspace folder. */
  readonly name: string;
  readonly errors: number;
  readonly targets: readonly TargetInfo[];
}

export interface TargetInfo {
  readonly name: string;
  /** Where it is defined, as a line from 0. */
  readonly line: number;
  readonly fragments: readonly FragmentInfo[];
  /** The file that is built; absent where the project names none. */
  readonly output?: { readonly uri: string; readonly exists: boolean };
}

export interface FragmentInfo {
  readonly uri: string;
  /** Its path from the project. */
  readonly path: string;
  readonly isMissing?: true;
  readonly isOverride?: true;
  readonly errors: number;
  readonly warnings: number;
}

export interface TargetsResult {
  readonly projects: readonly ProjectInfo[];
}
