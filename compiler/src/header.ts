// Variant and version: read first and alone, because they say by which rules everything else is read.
import { shape } from '../../spec/dsl.ts';
import type { ObjectNode } from '../../spec/model.ts';
import { nearestSpec } from '../../spec/nearest.ts';
import { newestStable, removedSpec, resolveSpec, type Spec, specs, specsOf } from '../../spec/resolve.ts';
import { config } from '../../spec/shapes/config.ts';
import { machineConfigKind } from '../../spec/shapes/machine-config.ts';
import { parseVersion } from '../../spec/version.ts';
import { bind } from './bind.ts';
import type { Binding } from './binding.ts';
import { isButaneName } from './butane-name.ts';
import rhcosRemoved from './diagnostic/codes/rhcos-removed.ts';
import specUnknown from './diagnostic/codes/spec-unknown.ts';
import variantMissing from './diagnostic/codes/variant-missing.ts';
import versionInvalid from './diagnostic/codes/version-invalid.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';

export interface Header {
  /** Absent when the config does not say by which rules it is to be read, or names unknown ones. */
  readonly spec?: Spec;
  readonly problems: readonly Diagnostic[];
}

const headerShape: ObjectNode = shape({ variant: config.fields.variant, version: config.fields.version });

/** Reads variant and version of a Butane config and looks the spec up. */
export function readHeader(document: Document): Header {
  const { root, problems } = bind(document, headerShape, {}, 'source');
  const variant = textOf(root, 'variant');
  const version = textOf(root, 'version');
  const damaged = problems.length > 0 && (root.status === 'wrong-kind' || isDamaged(root));
  if (damaged) return { problems };
  if (variant === '') return { problems: [report(variantMissing, root.at('variant'), variantMessage(document))] };
  if (parseVersion(version) === undefined) {
    return { problems: [report(versionInvalid, root.at('version'), versionMessage(variant, version))] };
  }
  const spec = resolveSpec(variant, version);
  return spec === undefined ? { problems: [unknownSpec(root, variant, version)] } : { spec, problems: [] };
}

function isDamaged(root: Binding): boolean {
  return ['variant', 'version'].some((name) => root.members?.get(name)?.status === 'wrong-kind');
}

function textOf(root: Binding, name: string): string {
  const scalar = root.members?.get(name)?.scalar;
  return scalar?.kind === 'text' ? scalar.value : '';
}

function variantMessage(document: Document): string {
  const { language, advice } = otherLanguage(document) ?? {};
  if (language === undefined) {
    return 'no `variant` is given; start the file with `variant` and `version`, such as `variant: fcos`';
  }
  const validate = advice === undefined ? '' : `${advice}, or `;
  return `this is ${language} and no Butane; ${validate}start a Butane config with \`variant\` and \`version\``;
}

/** What a config without a variant is, where its text leaves no doubt. */
function otherLanguage({
  root,
  text,
  uri,
}: Document): { readonly language: string; readonly advice?: string } | undefined {
  const top = membersOf(root);
  // A file with an ending of Butane's would be read as Butane there, too.
  const renamed = (ending: string): string =>
    `${isButaneName(uri) ? `let its name end in \`${ending}\` and ` : ''}check it with \`kindling validate\``;
  if (membersOf(top.get('ignition')).has('version')) return { language: 'an Ignition config', advice: renamed('.ign') };
  const kind = top.get('kind');
  if (kind?.kind === 'scalar' && kind.text === machineConfigKind)
    return { language: 'a MachineConfig', advice: renamed('.yaml') };
  return text.startsWith('#cloud-config') ? { language: 'a config of cloud-init' } : undefined;
}

function membersOf(node: SyntaxNode | undefined): ReadonlyMap<string | undefined, SyntaxNode> {
  return new Map(node?.kind === 'map' ? node.pairs.map(({ key, value }) => [keyOf(key), value]) : []);
}

function versionMessage(variant: string, version: string): string {
  const nearest = nearestSpec(variant, version);
  const isKnown = nearest?.variant === variant;
  if (version === '') {
    return `no \`version\` is given; add ${isKnown ? '' : 'one such as '}\`version: ${nearest?.version ?? newestStable('fcos')?.version}\``;
  }
  const suggestion = isKnown ? `; did you mean \`${nearest.version}\`?` : '';
  return `version \`${version}\` is not of the form MAJOR.MINOR.PATCH${suggestion}`;
}

function unknownSpec(root: Binding, variant: string, version: string): Diagnostic {
  const removed = removedSpec(variant, version);
  if (removed) {
    const message = `\`${variant}\` ${version} is no longer supported; use ${removed.use}`;
    return report(rhcosRemoved, root.at('variant'), message);
  }
  const nearest = nearestSpec(variant, version);
  if (nearest?.variant === variant) {
    // The number that Ignition JSON has at its top.
    const writer = specsOf(variant).findLast((spec) => !spec.experimental && spec.ignition.version === version);
    const hint = writer
      ? `, which is one of Ignition; \`${variant}\` ${writer.version} writes it`
      : `; did you mean \`${nearest.version}\`?`;
    const data = { variant, version: (writer ?? nearest).version };
    return report(specUnknown, root.at('version'), `\`${variant}\` has no version \`${version}\`${hint}`, { data });
  }
  const data = nearest && { variant: nearest.variant, version: nearest.version };
  const known = [...new Set(specs.map((spec) => `\`${spec.variant}\``))].sort();
  const suggestion = nearest
    ? `did you mean \`${nearest.variant}\`?`
    : `there are ${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
  const message = `there is no variant \`${variant}\`; ${suggestion}`;
  return report(specUnknown, root.at('variant'), message, data && { data });
}
