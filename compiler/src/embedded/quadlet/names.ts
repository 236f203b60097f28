// Names of containers, pods, volumes and networks.
import { shown, wholeFault } from '../unit-syntax/values/fault.ts';
import { plain } from './plain.ts';

/** Podman's rule for the names of all that it keeps. */
export function isName(text: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(text);
}

export const readName = plain((value) =>
  isName(value)
    ? undefined
    : wholeFault(
        value,
        `${shown(value)} is no name that Podman takes; write letters, digits, \`_\`, \`.\` and \`-\`, and begin with a letter or digit`,
      ),
);
