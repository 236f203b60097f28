// The bundles that the program is made of. A process runs exactly one of them, so that nothing exists twice.
import { Script } from 'node:vm';

/** A bundle's one value: runs the program with the `require` that Node's own modules come from. */
export type Run = (require: NodeJS.Require) => void;

const bundleNames = ['compile', 'program'] as const;
export type BundleName = (typeof bundleNames)[number];

/** The bundle that has the command. */
export function bundleFor(command: string | undefined): BundleName {
  return command === 'compile' ? 'compile' : 'program';
}

/** A bundle from its text. V8 takes `code`, its own compiled form, only if it fits: its version, its flags, the text's length. */
export function scriptOf(filename: string, text: string, code: Uint8Array | undefined): Script {
  return new Script(text, { filename, ...(code === undefined ? {} : { cachedData: code }) });
}
