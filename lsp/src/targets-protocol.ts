// What views of projects ask of the server, as types and names alone: clients import it as they import `protocol.ts`.
import type { OutputResult } from './protocol.ts';

export { projectFile } from '../../compiler/src/project/project-file.ts';

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
  /** Where it is named, as a line from 0. */
  readonly line: number;
  readonly fragments: readonly FragmentInfo[];
  /** What is wrong with the whole: contradictions between fragments, patterns that match nothing. */
  readonly problems: readonly ProblemInfo[];
  /** The file that is built. */
  readonly output: { readonly uri: string; readonly exists: boolean };
}

export interface FragmentInfo {
  readonly uri: string;
  /** Its path from the project. */
  readonly path: string;
  readonly isOverride?: true;
  readonly errors: number;
  readonly warnings: number;
}

export interface ProblemInfo {
  readonly isError: boolean;
  readonly code: string;
  readonly message: string;
  /** Every place that contributes to it; the first is that of the message. */
  readonly places: readonly ProblemPlace[];
}

export interface ProblemPlace {
  readonly uri: string;
  /** Its path from the project. */
  readonly path: string;
  /** From 0, as the protocol counts. */
  readonly start: { readonly line: number; readonly character: number };
}

export interface TargetsResult {
  readonly projects: readonly ProjectInfo[];
}

/** Request: what the fragments of a target come to. Answers null where there is no such target. */
export const targetOutputRequest = 'kindling/targetOutput';

export interface TargetName {
  /** The URI of the `kindling.yaml`. */
  readonly project: string;
  readonly name: string;
}

export type TargetOutputResult = Pick<OutputResult, 'text' | 'languageId' | 'errors'>;
