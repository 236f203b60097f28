// What ends a run with one clear line instead of a result.

/** The exit codes of all commands. */
export const exitCodes = {
  ok: 0,
  /**
   * The answer is no: errors, warnings that are not allowed, differences. Of the commands that make one output, as with Butane,
   * also that its file could not be read or written.
   */
  failed: 1,
  /** The command line makes no sense. */
  usage: 2,
  /**
   * Of the commands that judge many files or compare two sides (`check`, `fmt`, `upgrade`, `diff`), and of projects: there is no
   * answer, as something could not be read or written.
   */
  unreadable: 2,
  /** A fault of Kindling itself (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;

/** Thrown to end a command: `message` is the line that the user sees. */
export class Failure extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = exitCodes.failed) {
    super(message);
    this.exitCode = exitCode;
  }
}
