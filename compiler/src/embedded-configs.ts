// The stage that checks Ignition configs inside a Butane config: `inline` of `ignition.config.merge` and `replace`. Faults are
// placed inside the embedded text, where the reference names places of the config around it that have nothing to do with
// them. Never looks at `local` and `source`, as the reference does not.
import type { Spec } from '../../spec/resolve.ts';
import { parseVersion } from '../../spec/version.ts';
import type { Config, Resource } from './config.ts';
import embeddedConfigInvalid from './diagnostic/codes/embedded-config-invalid.ts';
import embeddedConfigJson from './diagnostic/codes/embedded-config-json.ts';
import versionSkipped from './diagnostic/codes/embedded-config-version-skipped.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { relocate } from './diagnostic/relocate.ts';
import type { Document } from './document.ts';
import { writtenText } from './embedded/inner-place.ts';
import type { Region } from './embedded/region.ts';
import { invalidVersion, versionText } from './ignition-version.ts';
import type { OutText } from './output/nodes.ts';
import type { Location } from './text/range.ts';
import { checkIgnition, readIgnition } from './validate-ignition.ts';

/** The findings in and about the Ignition configs that are embedded in a Butane config of `spec`. */
export function checkEmbeddedConfigs(source: Config, spec: Spec): readonly Diagnostic[] {
  const config = source.fields.ignition?.fields.config?.fields;
  const resources: readonly Resource[] = [
    ...(config?.merge?.items ?? []),
    ...(config?.replace === undefined ? [] : [config.replace]),
  ];
  return resources.flatMap((resource) => checkResource(resource, spec));
}

function checkResource({ fields, origin }: Resource, spec: Spec): readonly Diagnostic[] {
  const { inline, local, source } = fields;
  // With several of them it is not known which one counts, and a finding says so.
  if (inline === undefined || local !== undefined || source !== undefined) return [];
  const embedded = new EmbeddedConfig(inline);
  const { diagnostics, root } = checkIgnition(embedded.document, spec.ignition);
  const faults = diagnostics.filter(({ code }) => code === embeddedConfigJson.code);
  const version = versionText(root);
  const isSame = parseVersion(version)?.text === spec.ignition.version;
  const findings = (isSame ? diagnostics : faults).map((diagnostic) => embedded.outer(diagnostic));
  if (faults.length > 0) return [embedded.invalid(), ...findings];
  if (isSame) return findings;
  if (parseVersion(version) === undefined) {
    return [invalidVersion(root, spec.ignition.version), ...diagnostics].map((diagnostic) =>
      embedded.outer(diagnostic),
    );
  }
  const notes = [{ message: 'its version is here', location: embedded.outer(invalidVersion(root)).location }];
  const message = `the embedded config is of version ${version} and this one of ${spec.ignition.version}, so that only its shape was checked; use the same version, or check it on its own`;
  return [report(versionSkipped, origin.at('version'), message, { notes })];
}

/** One embedded config: its text as a document, and the way from its places to those of the text around it. */
class EmbeddedConfig {
  readonly document: Document;
  readonly #inline: OutText;
  readonly #region: Region | undefined;

  constructor(inline: OutText) {
    this.#inline = inline;
    this.document = readIgnition(inline.value, inline.origin.location.uri);
    this.#region = writtenText(inline)?.region;
  }

  invalid(): Diagnostic {
    const message = 'this is no Ignition config; put JSON there, as the compiler makes it of a Butane config';
    return report(embeddedConfigInvalid, this.#inline.origin.at(), message);
  }

  /** A finding in the embedded config as one of the config around it. */
  outer(inner: Diagnostic): Diagnostic {
    return {
      ...relocate(inner, (location) => this.#outerLocation(location)),
      message: this.#region ? inner.message : `${inner.message} (${this.#innerPlace(inner)})`,
      // Faults of the text as a whole have no path but the root's, as in the reference.
      path: inner.code === embeddedConfigJson.code ? [] : [...this.#inline.origin.path, ...inner.path],
    };
  }

  #outerLocation({ uri, range }: Location): Location {
    return this.#region ? { uri, range: this.#region.toSourceRange(range) } : this.#inline.origin.location;
  }

  #innerPlace({ location }: Diagnostic): string {
    const { line, column } = this.document.lines.at(location.range.start);
    return `line ${line}, column ${column} of the embedded config`;
  }
}
