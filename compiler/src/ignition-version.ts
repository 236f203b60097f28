// The version of an Ignition config: read first and alone, because it says by which rules everything else is read. What
// `header.ts` is for Butane.
import { shape, shaped } from '../../spec/dsl.ts';
import type { ObjectNode } from '../../spec/model.ts';
import { type IgnitionSpec, ignitionSpecs, ignitionVersion } from '../../spec/resolve.ts';
import { config } from '../../spec/shapes/config.ts';
import { ignition } from '../../spec/shapes/ignition.ts';
import { parseVersion } from '../../spec/version.ts';
import { bindJson } from './bind-json.ts';
import type { Binding } from './binding.ts';
import versionInvalid from './diagnostic/codes/ignition-version-invalid.ts';
import versionUnknown from './diagnostic/codes/ignition-version-unknown.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';

export interface IgnitionHeader {
  /** Absent when the config does not say by which rules it is to be read, or names unknown ones. */
  readonly version?: IgnitionSpec;
  readonly problems: readonly Diagnostic[];
}

const headerShape: ObjectNode = shape({
  ignition: shaped(shape({ version: ignition.fields.version }), config.fields.ignition),
});

/** Reads `ignition.version` and looks it up. */
export function readIgnitionHeader(document: Document): IgnitionHeader {
  const { root, problems } = bindJson(document, headerShape, {});
  if (problems.length > 0) return { problems };
  const text = versionText(root);
  if (parseVersion(text) === undefined) return { problems: [invalidVersion(root)] };
  const version = ignitionVersion(text);
  if (version) return { version, problems: [] };
  const message = `${unknownMessage(text)}; ${convertHint(text) ?? `use ${knownVersion(text)}`}`;
  return { problems: [report(versionUnknown, root.at('ignition', 'version'), message)] };
}

/** The known version that a config names, whatever else is wrong with it. */
export function namedVersion(document: Document): IgnitionSpec | undefined {
  return ignitionVersion(versionText(bindJson(document, headerShape, {}).root));
}

/** The text of `ignition.version`; "" when there is none. */
export function versionText(root: Binding): string {
  const scalar = root.members?.get('ignition')?.members?.get('version')?.scalar;
  return scalar?.kind === 'text' ? scalar.value : '';
}

/** The finding that `ignition.version` is no version; `wanted` is one to write. */
export function invalidVersion(root: Binding, wanted: string = newest().version): Diagnostic {
  return report(versionInvalid, root.at('ignition', 'version'), invalidMessage(root, wanted));
}

function invalidMessage(root: Binding, wanted: string): string {
  const first = root.unknown?.some(({ key }) => key === 'ignitionVersion');
  if (first)
    return 'this is a config of the first generation (`ignitionVersion`), which is no longer read; write it anew';
  const text = versionText(root);
  const example = `such as \`"${wanted}"\``;
  if (text === '') return `\`ignition.version\` is missing; write the version of the config, ${example}`;
  return `version \`${text}\` is not of the form MAJOR.MINOR.PATCH; write one, ${example}`;
}

function unknownMessage(text: string): string {
  const major = parseVersion(text)?.numbers[0];
  return major === 1n || major === 2n
    ? `\`${text}\` is a config of Ignition's generation ${major}, which is no longer read`
    : `there is no version \`${text}\` of Ignition's config`;
}

function convertHint(text: string): string | undefined {
  const major = parseVersion(text)?.numbers[0];
  if (major === 1n) return 'write it anew in version 3';
  return major === 2n ? 'translate it with the tool `ign-converter`' : undefined;
}

/** The known version that was probably meant: the one of the same numbers, or the newest finished one. */
function knownVersion(text: string): string {
  const core = text.split(/[-+]/, 1)[0];
  const same = ignitionSpecs.find(({ version }) => version.split('-', 1)[0] === core);
  return `\`${(same ?? newest()).version}\``;
}

function newest(): { readonly version: string } {
  return ignitionSpecs.findLast(({ experimental }) => !experimental) ?? { version: '3.0.0' };
}
