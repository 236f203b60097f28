// Configs under `ignition.config` that the reference embeds unchecked: local files, and inline texts of another version than
// its own. What is wrong with them is reported inside them. Never part of a verdict of `compile`.
import { compareVersions } from '../../spec/gate.ts';
import type { Spec } from '../../spec/resolve.ts';
import type { Config, Resource } from './config.ts';
import mergedConfigButane from './diagnostic/codes/merged-config-butane.ts';
import mergedConfigNewer from './diagnostic/codes/merged-config-newer.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic, Severity } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { writtenText } from './embedded/inner-place.ts';
import { type Host, isInputError } from './host.ts';
import { resolveLocal } from './inputs.ts';
import type { OutText } from './output/nodes.ts';
import { readDocument } from './read-document.ts';
import { keyOf } from './syntax/resolve-scalar.ts';
import { readIgnition, validateIgnition } from './validate-ignition.ts';

export interface MergedConfigFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** The local files with findings, so that these can be shown where they are. */
  readonly documents: readonly Document[];
}

/**
 * Checks the configs that `source` merges, as far as they are at hand.
 * @param severity of what is an error for Ignition: `note` where the verdict has to stay the reference's
 */
export function checkMergedConfigs(source: Config, spec: Spec, host: Host, severity: Severity): MergedConfigFindings {
  const config = source.fields.ignition?.fields.config?.fields;
  const resources: readonly Resource[] = [
    ...(config?.merge?.items ?? []),
    ...(config?.replace === undefined ? [] : [config.replace]),
  ];
  const found = resources.map(({ fields: { inline, local, compression } }) => {
    // What is packed already cannot be looked into, and two sources at once are an error of their own.
    if ((compression?.value ?? '') !== '' || (inline !== undefined) === (local !== undefined)) return none;
    return local ? checkLocal(local, spec, host) : checkInline(inline, spec);
  });
  return {
    diagnostics: found.flatMap(({ diagnostics }) => diagnostics.map((each) => soften(each, severity))),
    documents: found.flatMap(({ documents }) => documents),
  };
}

const none: MergedConfigFindings = { diagnostics: [], documents: [] };

function soften(diagnostic: Diagnostic, severity: Severity): Diagnostic {
  return diagnostic.severity === 'error' || severity === 'note' ? { ...diagnostic, severity } : diagnostic;
}

function checkLocal(local: OutText, spec: Spec, host: Host): MergedConfigFindings {
  const { inputs } = host;
  // A name that leads nowhere is reported where the file is embedded.
  const path = resolveLocal(local.value, local.origin.at(), { host, report: () => {} });
  if (inputs === undefined || path === undefined) return none;
  const bytes = inputs.file(path);
  if (isInputError(bytes)) return none;
  const uri = inputs.root === '/' ? `/${path}` : `${inputs.root}/${path}`;
  const document = readIgnition(bytes, uri);
  const note = { message: 'it is embedded here', location: local.origin.location };
  const diagnostics = findingsIn(document, spec).map((each) => ({ ...each, notes: [...(each.notes ?? []), note] }));
  return { diagnostics, documents: diagnostics.length > 0 ? [document] : [] };
}

/** An inline text of the spec's own version is checked by the compiler itself; so is one that is no JSON. */
function checkInline(inline: OutText | undefined, spec: Spec): MergedConfigFindings {
  if (inline === undefined) return none;
  const document = readIgnition(inline.value, inline.origin.location.uri);
  if (document.problems.length > 0) return none;
  const { version } = validateIgnition(document);
  if (version === undefined || version.version === spec.ignition.version) return none;
  const region = writtenText(inline)?.region;
  const diagnostics = findingsIn(document, spec).map((each) => {
    const range = region?.toSourceRange(each.location.range) ?? inline.origin.location.range;
    return { ...each, location: { ...each.location, range }, path: [...inline.origin.path, ...each.path], notes: [] };
  });
  return { diagnostics, documents: [] };
}

function findingsIn(document: Document, spec: Spec): readonly Diagnostic[] {
  if (document.problems.length > 0 && isButane(document)) {
    const place = { location: { uri: document.uri, range: { start: 0, end: firstLineEnd(document) } }, path: [] };
    return [report(mergedConfigButane, place, 'this is a Butane file, and Ignition reads JSON only; compile it first')];
  }
  const { diagnostics, version, root } = validateIgnition(document);
  if (version === undefined || compareVersions(version.version, spec.ignition.version) <= 0) return diagnostics;
  const place = root?.at('ignition', 'version') ?? {
    location: { uri: document.uri, range: document.root.range },
    path: [],
  };
  const message = `version ${version.version} is newer than the ${spec.ignition.version} of the config around it; use a newer spec there or an older version here`;
  return [report(mergedConfigNewer, place, message), ...diagnostics];
}

/** Whether the text is YAML with a `variant` at its top. */
function isButane({ text, uri }: Document): boolean {
  const { root } = readDocument(text, uri);
  return root.kind === 'map' && root.pairs.some(({ key }) => keyOf(key) === 'variant');
}

function firstLineEnd(document: Document): number {
  return document.lines.line(1).end;
}
