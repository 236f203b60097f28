// What the definitions of all commands have in common. A definition says which arguments and flags a command has; its code is
// loaded only when it is asked for.
import type { Command } from 'commander';

/** Adds one command to the program. `done` takes its exit code. */
export type DefineCommand = (program: Command, done: (exitCode: number) => void) => void;

/** For options that may be given several times, each with one value or several between commas. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, ...value.split(',').filter((part) => part !== '')];
}
