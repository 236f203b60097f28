// Reads MachineConfigs: one or many YAML documents, each an Ignition config with the settings of the Machine Config Operator
// around it. The Ignition config is bound and checked as its JSON would be. Never compiles anything.
import type { ObjectNode } from '../../../spec/model.ts';
import { type IgnitionSpec, ignitionSpecs } from '../../../spec/resolve.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { machineConfigKind, machineConfig as machineConfigSpec } from '../../../spec/shapes/machine-config.ts';
import { metadata as metadataSpec } from '../../../spec/shapes/metadata.ts';
import { openshift as openshiftSpec } from '../../../spec/shapes/openshift.ts';
import { bindJson, foldKey } from '../bind-json.ts';
import { type Binding, BindingInWork } from '../binding.ts';
import { all as checks } from '../checks/index.gen.ts';
import { runChecks } from '../checks/shared/run-checks.ts';
import type { Config } from '../config.ts';
import { decode } from '../decode.ts';
import machineconfigExpected from '../diagnostic/codes/machineconfig-expected.ts';
import { type DiagnosticPlace, report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { readIgnitionHeader } from '../ignition-version.ts';
import { checkJsonKeys } from '../json-keys.ts';
import type { OutMap, OutNode, OutText } from '../output/nodes.ts';
import type { MapNode, SyntaxNode } from '../syntax/nodes.ts';
import { keyOf } from '../syntax/resolve-scalar.ts';
import { nearest } from '../text/edit-distance.ts';
import type { Fragment } from './fragment.ts';
import { jsonView } from './json-view.ts';
import { laterDocuments, withRoot } from './yaml-documents.ts';

/** Whether a YAML document says that it is a MachineConfig, or anything else of a cluster. */
export function isMachineConfig({ root }: Document): boolean {
  return memberOf(root, 'apiVersion') !== undefined && memberOf(root, 'kind') !== undefined;
}

/** The MachineConfigs of a file, in its order. */
export function readMachineConfigs(first: Document): readonly Fragment[] {
  const documents = [first, ...laterDocuments(first)].filter(({ root, problems }) => {
    return root.kind !== 'missing' || problems.length > 0;
  });
  return documents.flatMap(itemsOf).map((document) => readOne(document));
}

/** The objects of a list, as `oc get mc -o yaml` prints them, each as a document of its own; any other document alone. */
function itemsOf(document: Document): readonly Document[] {
  const kind = memberOf(document.root, 'kind');
  const items = memberOf(document.root, 'items');
  const isList = kind?.kind === 'scalar' && /^(?:MachineConfig)?List$/.test(kind.text) && items?.kind === 'seq';
  // What is wrong with the text is wrong with the list as a whole.
  if (!isList || document.problems.length > 0) return [document];
  return items.items.map((item) => withRoot(document, item.kind === 'alias' ? (item.target ?? item) : item, []));
}

function readOne(document: Document): Fragment {
  const fragment = { name: document.uri, kind: 'machine-config', document } as const;
  if (document.problems.length > 0) return { ...fragment, diagnostics: document.problems };
  const kind = memberOf(document.root, 'kind');
  if (kind?.kind !== 'scalar' || kind.text !== machineConfigKind) {
    return { ...fragment, diagnostics: [notMachineConfig(document, kind)] };
  }
  const root = jsonView(document.root);
  const inner = memberOf(memberOf(root, 'spec'), 'config');
  const header = versionOf(withRoot(document, inner ?? root, []), inner);
  if (header.version === undefined) return { ...fragment, diagnostics: header.problems.map(belowConfig) };
  const read = readContent(withRoot(document, root, []), header.version);
  const { diagnostics, ...made } = read;
  const content = { ignition: header.version, isMachineConfig: true, ...made };
  return { ...fragment, diagnostics, content };
}

/** These are what they say. */
const otherKinds = /^MachineConfig(?:Pool|Node)$|^MachineConfiguration$|^MachineSet$/;

function notMachineConfig({ uri, root }: Document, kind: SyntaxNode | undefined): Diagnostic {
  const range = kind?.range ?? root.range;
  const place = { location: { uri, range }, path: kind ? ['kind'] : [] };
  if (kind?.kind === 'scalar' && nearest(kind.text, [machineConfigKind]) && !otherKinds.test(kind.text)) {
    const message = `there is no kind \`${kind.text}\`; did you mean \`${machineConfigKind}\`?`;
    return report(machineconfigExpected, place, message);
  }
  const what = kind?.kind === 'scalar' ? `a \`${kind.text}\`` : 'no object of a cluster';
  const message = `this document is ${what} and no MachineConfig; move it into another file`;
  return report(machineconfigExpected, place, message);
}

/** Nodes that get no Ignition config get one of the oldest version, which goes with all others. */
function versionOf(document: Document, inner: SyntaxNode | undefined): ReturnType<typeof readIgnitionHeader> {
  const isAbsent = inner === undefined || isNull(inner) || (inner.kind === 'map' && inner.pairs.length === 0);
  const oldest = ignitionSpecs[0];
  return isAbsent && oldest ? { version: oldest, problems: [] } : readIgnitionHeader(document);
}

function readContent(document: Document, version: IgnitionSpec) {
  const { point } = version;
  const { root, problems } = bindJson(document, machineConfigSpec, point);
  const spec = root.members?.get('spec') ?? root;
  const bound = spec.members?.get('config');
  const config: Config = bound ? decode(bound, configSpec, point) : { kind: 'object', fields: {}, origin: root };
  const unusedKeys = checkJsonKeys(root, point);
  const found = [
    ...problems,
    ...unusedKeys.filter(isOurBusiness),
    ...runChecks(checks, config, 'output', point, false),
  ];
  const fields = { ...config.fields, metadata: metadataOf(root), openshift: openshiftOf(spec) };
  const versionPlace = bound?.at('ignition', 'version') ?? root.at();
  const unmerged = [...unusedKeys.filter(isUnknown), ...annotationsOf(document)].map(({ location, path }) => ({
    location,
    path,
  }));
  return { config: { ...config, fields } as Config, diagnostics: found, versionPlace, unmerged };
}

/**
 * Of keys outside of the Ignition config only those count that look like a slip: the operator knows more fields than we do, and
 * tells spellings in other cases apart.
 */
function isOurBusiness({ path: [section, key], data }: Diagnostic): boolean {
  if (section !== 'spec') return false;
  const meant = data?.suggestion;
  return key === 'config' || (typeof meant === 'string' && foldKey(meant) !== foldKey(String(key)));
}

/** A key of the operator's that we do not know, and that is no slip. */
function isUnknown({ path, data }: Diagnostic): boolean {
  return path.length === 2 && path[0] === 'spec' && data?.key !== undefined && data.suggestion === undefined;
}

/** Of the metadata only these say something that the cluster does not add by itself. */
function annotationsOf({ uri, root }: Document): readonly DiagnosticPlace[] {
  const metadata = memberOf(root, 'metadata');
  const pair = metadata?.kind === 'map' ? lastPair(metadata, 'annotations') : undefined;
  return pair ? [{ location: { uri, range: pair.key.range }, path: ['metadata', 'annotations'] }] : [];
}

function metadataOf(root: Binding): OutNode {
  const bound = root.members?.get('metadata');
  const origin = bound ?? root;
  const name = bound?.members?.get('name')?.scalar;
  const labels = bound && labelsOf(bound);
  const fields = {
    ...(name?.kind === 'text' ? { name: { ...name, origin: bound?.members?.get('name') ?? origin } } : {}),
    ...(labels ? { labels } : {}),
  };
  return { kind: 'object', fields, origin };
}

/** The labels, whose names are free; bound by hand because JSON knows no such thing. */
function labelsOf(metadata: Binding): OutMap | undefined {
  const node = memberOf(metadata.value, 'labels');
  if (node?.kind !== 'map') return undefined;
  const field = metadataSpec.fields.labels;
  const labels = new BindingInWork(metadata.document, metadata, 'labels', node, node, field.node, field);
  const entries = new Map<string, OutText>();
  for (const { key, value } of node.pairs) {
    const name = keyOf(key);
    if (name === undefined || value.kind !== 'scalar' || isNull(value)) continue;
    const origin = new BindingInWork(metadata.document, labels, name, value, value, field.node.value, undefined);
    entries.set(name, { kind: 'text', value: value.text, origin });
  }
  return { kind: 'map', entries, origin: labels };
}

function openshiftOf(spec: Binding): OutNode {
  const node: ObjectNode = openshiftSpec;
  const all = decode(spec, node, {}) as { readonly fields: Record<string, OutNode> };
  const fields = Object.fromEntries(Object.entries(all.fields).filter(([name]) => name in node.fields));
  return { kind: 'object', fields, origin: spec };
}

function belowConfig(diagnostic: Diagnostic): Diagnostic {
  return { ...diagnostic, path: ['spec', 'config', ...diagnostic.path] };
}

/** The value of a key; of one that comes again, the last one. */
function memberOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return node?.kind === 'map' ? lastPair(node, key)?.value : undefined;
}

function lastPair({ pairs }: MapNode, key: string) {
  return pairs.findLast((pair) => keyOf(pair.key) === key);
}

function isNull(node: SyntaxNode): boolean {
  return node.kind === 'scalar' && node.style === 'plain' && node.text === 'null';
}
