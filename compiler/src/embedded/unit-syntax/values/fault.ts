// What is wrong with a value: where in it, and what to do. Readers of values never report; a lint rule does.

export interface ValueFault {
  /** Offsets in the value. */
  readonly start: number;
  readonly end: number;
  /** What is wrong and what to do, in the words of a diagnostic. */
  readonly message: string;
  /** systemd goes on without the value although the kind is one of those that it insists on. */
  readonly isMild?: true;
  /** systemd says so and takes the value all the same. */
  readonly isTaken?: true;
}

/** Reads a value of one kind; undefined where there is nothing to say. `systemd`: the release; the newest when absent. */
export type ValueReader = (value: string, systemd?: number) => ValueFault | undefined;

/** A fault of the whole value. */
export function wholeFault(value: string, message: string): ValueFault {
  return { start: 0, end: value.length, message };
}

/** `value` in backticks, shortened to what a line of output can hold. */
export function shown(value: string): string {
  const short = value.length > 60 ? `${value.slice(0, 57)}…` : value;
  return `\`${short.replaceAll('`', "'")}\``;
}

/** Whether a value has specifiers, so that what it becomes is known on the machine only. */
export function hasSpecifier(value: string): boolean {
  return /%[A-Za-z0-9]/.test(value.replaceAll('%%', ''));
}
