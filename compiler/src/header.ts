// Variant and version: read first and alone, because they say by which rules everything else is read.
import { shape } from '../../spec/dsl.ts';
import type { ObjectNode } from '../../spec/model.ts';
import { nearestSpec } from '../../spec/nearest.ts';
import { removedSpec, resolveSpec, type Spec } from '../../spec/resolve.ts';
import { config } from '../../spec/shapes/config.ts';
import { parseVersion } from '../../spec/version.ts';
import { bind } from './bind.ts';
import type { Binding } from './binding.ts';
import rhcosRemoved from './diagnostic/codes/rhcos-removed.ts';
import specUnknown from './diagnostic/codes/spec-unknown.ts';
import variantMissing from './diagnostic/codes/variant-missing.ts';
import versionInvalid from './diagnostic/codes/version-invalid.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';

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
  if (variant === '') {
    const message = 'no `variant` is given; start the file with `variant` and `version`, such as `variant: fcos`';
    return { problems: [report(variantMissing, root.at('variant'), message)] };
  }
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

function versionMessage(variant: string, version: string): string {
  const nearest = nearestSpec(variant, version);
  const suggestion = nearest?.variant === variant ? `; did you mean \`${nearest.version}\`?` : '';
  if (version === '') return `no \`version\` is given${suggestion}`;
  return `version \`${version}\` is not of the form MAJOR.MINOR.PATCH${suggestion}`;
}

function unknownSpec(root: Binding, variant: string, version: string): Diagnostic {
  const removed = removedSpec(variant, version);
  if (removed) {
    const message = `\`${variant}\` ${version} is no longer supported; use ${removed.use}`;
    return report(rhcosRemoved, root.at('variant'), message);
  }
  const nearest = nearestSpec(variant, version);
  const data = nearest && { variant: nearest.variant, version: nearest.version };
  if (nearest?.variant === variant) {
    const message = `\`${variant}\` has no version \`${version}\`; did you mean \`${nearest.version}\`?`;
    return report(specUnknown, root.at('version'), message, data && { data });
  }
  const suggestion = nearest ? `; did you mean \`${nearest.variant}\`?` : '';
  const message = `there is no variant \`${variant}\`${suggestion}`;
  return report(specUnknown, root.at('variant'), message, data && { data });
}
