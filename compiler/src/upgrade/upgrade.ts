// Moves a Butane config to another spec: its version line, and what has another place there. The result is compiled and must
// describe the same machine; what has no equivalent is a reason to refuse, never to leave something out.
import type { Variant } from '../../../spec/model.ts';
import { newestStable, resolveSpec, type Spec, specsOf } from '../../../spec/resolve.ts';
import { type AnalyzedConfig, analyze } from '../analyze.ts';
import { append } from '../append.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { insertEntry } from '../edit/insert.ts';
import { removeEntry } from '../edit/remove.ts';
import { renameKey, replaceText } from '../edit/replace.ts';
import { fixesFor } from '../fix/fixes-for.ts';
import { nodeOf, pairOf } from '../fix/shared/find.ts';
import type { Host } from '../host.ts';
import { readDocument } from '../read-document.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';
import { documentedChange } from './documented.ts';
import { compareMachines, machineOf } from './machine.ts';
import { placedBefore, type UpgradeRemark } from './remark.ts';
import { useSugar } from './sugar/use-sugar.ts';

export type { UpgradeRemark } from './remark.ts';

export interface UpgradeTarget {
  /** The variant that the config has, when absent. */
  readonly variant?: Variant;
  /** The newest finished version of the variant, when absent. */
  readonly version?: string;
  /** Also replaces what is written by hand by sugar of the target, where the same machine comes of it. */
  readonly sugar?: boolean;
}

export type UpgradeResult =
  /** `notes` are documented changes of what the config compiles to; their places are those of the new text. */
  | {
      readonly kind: 'upgraded';
      readonly text: string;
      readonly to: Spec;
      readonly notes: readonly UpgradeRemark[];
      readonly document: Document;
    }
  /** `notes`: what sugar could not replace, when that was asked for. */
  | { readonly kind: 'unchanged'; readonly to: Spec; readonly notes?: readonly UpgradeRemark[] }
  /** The config has errors as it is; nothing can be proved of it. */
  | { readonly kind: 'broken'; readonly diagnostics: readonly Diagnostic[] }
  /** There is no such spec: the message says so. */
  | { readonly kind: 'no-target'; readonly message: string }
  /** The places are those of the config as it is: what it would have become is nowhere to be seen. */
  | {
      readonly kind: 'refused';
      readonly to: Spec;
      readonly reasons: readonly UpgradeRemark[];
      readonly document: Document;
    };

/** Upgrades (or downgrades) a config. `host` gives its local files; nothing is packed, so that contents can be compared. */
export function upgradeDocument(document: Document, target: UpgradeTarget, host: Host): UpgradeResult {
  const unpacked: Host = host.inputs ? { inputs: host.inputs } : {};
  const before = analyze(document, unpacked);
  const { config } = before;
  if (config === undefined || before.diagnostics.some(isError))
    return { kind: 'broken', diagnostics: before.diagnostics };
  const to = findTarget(config.spec, target);
  if (typeof to === 'string') return { kind: 'no-target', message: to };
  const finish = (next: Document, notes: readonly UpgradeRemark[]): UpgradeResult => {
    const done = target.sugar === true ? useSugar(next, unpacked, notes) : { document: next, notes };
    if (done.document.text === document.text) return { kind: 'unchanged', to, notes: done.notes };
    return { kind: 'upgraded', text: done.document.text, to, ...done };
  };
  if (to === config.spec) return target.sugar === true ? finish(document, []) : { kind: 'unchanged', to };
  const moved = moveTo(document, config.spec, to);
  if ('reasons' in moved) return { kind: 'refused', to, ...moved, document };
  const { steps, ...after } = settle(moved, unpacked);
  const refused = (why: readonly UpgradeRemark[]): UpgradeResult => {
    return { kind: 'refused', to, reasons: placedBefore(why, steps), document };
  };
  const reasons = [
    ...lossesIn(before.diagnostics, after.diagnostics),
    ...moved.remarks.filter(({ refuses }) => refuses),
  ];
  if (reasons.length > 0 || after.config === undefined) return refused(reasons);
  const { unexplained, notes } = compare(config, after.config);
  if (unexplained.length > 0) return refused(unexplained);
  const all = [...moved.remarks, ...notes, ...newWarnings(before.diagnostics, after.diagnostics)];
  return finish(after.document, all);
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}

function findTarget(from: Spec, { variant = from.variant, version }: UpgradeTarget): Spec | string {
  const to = version === undefined ? newestStable(variant) : resolveSpec(variant, version);
  if (to !== undefined) return to;
  const known = specsOf(variant).map((spec) => spec.version);
  return `there is no version \`${version}\` of \`${variant}\`; there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`;
}

/** The edits that have led here, each list made on what the one before it left. */
type Steps = readonly (readonly TextEdit[])[];

interface Moved {
  readonly document: Document;
  readonly steps: Steps;
  readonly remarks: readonly (UpgradeRemark & { readonly refuses?: boolean })[];
}

interface Refusal {
  readonly reasons: readonly UpgradeRemark[];
}

/** The document with the names of the new spec, and with the sections that come or go with its variant. */
function moveTo(document: Document, from: Spec, to: Spec): Moved | Refusal {
  const { root } = document;
  const [variant, version] = [nodeOf(root, ['variant']), nodeOf(root, ['version'])];
  if (variant?.kind !== 'scalar' || version?.kind !== 'scalar') {
    const message = '`variant` and `version` are not written out here; write them as plain texts';
    return { reasons: [{ message, range: root.range }] };
  }
  const edits: readonly TextEdit[] = [
    ...(from.variant === to.variant ? [] : replaceText(document, variant, to.variant)),
    ...replaceText(document, version, to.version),
  ];
  const named = readDocument(applyEdits(document.text, edits), document.uri);
  const steps = [edits];
  if (from.variant === to.variant) return { document: named, steps, remarks: [] };
  if (to.variant === 'openshift') return withMetadata(named, steps);
  return from.variant === 'openshift' ? withoutMetadata(named, steps) : { document: named, steps, remarks: [] };
}

const placeholderName = '99-worker-custom';
const roleLabel = 'machineconfiguration.openshift.io/role';

function withMetadata(document: Document, steps: Steps): Moved {
  const { root } = document;
  if (root.kind !== 'map' || pairOf(root, 'metadata') !== undefined) return { document, steps, remarks: [] };
  const after = root.pairs.findIndex((pair) => pair.value === nodeOf(root, ['version']));
  const data = { name: placeholderName, labels: { [roleLabel]: 'worker' } };
  const edits = insertEntry(document, root, 'metadata', data, after);
  const next = readDocument(applyEdits(document.text, edits), document.uri);
  const added = next.root.kind === 'map' ? pairOf(next.root, 'metadata') : undefined;
  const message = '`metadata` was added with a name and a role; check both';
  const remarks = [{ message, range: added?.key.range ?? root.range }];
  return { document: next, steps: [...steps, edits], remarks };
}

/** Name and labels are the cluster's, not the machine's; kernel arguments have another place outside of OpenShift. */
function withoutMetadata(document: Document, steps: Steps): Moved | Refusal {
  const { root } = document;
  if (root.kind !== 'map') return { document, steps, remarks: [] };
  const neededAnchor = '`metadata` cannot be removed: an alias elsewhere stands for a part of it';
  const metadata = pairOf(root, 'metadata');
  const section = pairOf(root, 'openshift');
  const removal = metadata ? removeEntry(document, root, root.pairs.indexOf(metadata)) : [];
  if (removal === undefined) return { reasons: [{ message: neededAnchor, range: (metadata ?? root).range }] };
  const edits: TextEdit[] = [...removal];
  const isOnlyArguments = section?.value.kind === 'map' && section.value.pairs.length === 1;
  const inner = section?.value.kind === 'map' ? pairOf(section.value, 'kernel_arguments') : undefined;
  if (section && inner && isOnlyArguments && pairOf(root, 'kernel_arguments') === undefined) {
    append(edits, renameKey(section, 'kernel_arguments'));
    append(edits, renameKey(inner, 'should_exist'));
  }
  const next = readDocument(applyEdits(document.text, edits), document.uri);
  const message = '`metadata` was removed: there is no MachineConfig outside of OpenShift';
  const range = { start: next.root.range.start, end: next.root.range.start };
  return { document: next, steps: [...steps, edits], remarks: metadata ? [{ message, range }] : [] };
}

interface Settled {
  readonly document: Document;
  readonly steps: Steps;
  readonly diagnostics: readonly Diagnostic[];
  readonly config?: AnalyzedConfig;
}

/** Errors whose fixes are what the step between two versions asks for: another place, or the default spelled out. */
const movingCodes: ReadonlySet<string> = new Set(['kernel-arguments-redirect', 'boot-device-mirror-layout']);

/** Analyzes the moved document, after the changes that the new version asks for. */
function settle({ document, steps }: Moved, host: Host): Settled {
  const analysis = analyze(document, host);
  const edits = analysis.diagnostics
    .filter(({ code, severity }) => severity === 'error' && movingCodes.has(code))
    .flatMap((diagnostic) => fixesFor(diagnostic, document)[0]?.edits ?? []);
  if (edits.length === 0) return { ...analysis, steps };
  const next = readDocument(applyEdits(document.text, edits), document.uri);
  return { ...analyze(next, host), steps: [...steps, edits] };
}

/** Warnings that say that something has no effect: what had one before would be lost. */
const lossCodes: ReadonlySet<string> = new Set(['unused-key', 'mode-special-bits']);

/** What is wrong with the new text that was not with the old one, as far as it is an error or a loss. */
function lossesIn(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly UpgradeRemark[] {
  return newFindings(before, after)
    .filter(({ severity, code }) => severity === 'error' || lossCodes.has(code))
    .map(remark);
}

function newWarnings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly UpgradeRemark[] {
  const lifted = newFindings(after, before).filter(({ code }) => code === 'mode-special-bits');
  const notes = lifted.map(({ location }): UpgradeRemark => {
    return {
      message: 'the special bits of this mode were not applied before Ignition 3.6.0, and now are',
      range: location.range,
    };
  });
  return [
    ...newFindings(before, after)
      .filter((each) => !isError(each))
      .map(remark),
    ...notes,
  ];
}

function remark({ message, location }: Diagnostic): UpgradeRemark {
  return { message, range: location.range };
}

/** The findings of `after` that are more than in `before`; paths stay when lines move. */
function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  // A warning that becomes an error is a new finding.
  const key = (each: Diagnostic): string => JSON.stringify([each.code, isError(each), ...each.path]);
  const known = new Set(before.map(key));
  return after.filter((each) => !known.has(key(each)));
}

function compare(before: AnalyzedConfig, after: AnalyzedConfig) {
  const [from, to] = [before.spec.point, after.spec.point];
  const differences = compareMachines(machineOf(before.output, from), machineOf(after.output, to));
  const unexplained: UpgradeRemark[] = [];
  const notes = new Map<string, UpgradeRemark>();
  for (const difference of differences) {
    const change = documentedChange(difference.path, from, to);
    const place = difference.after?.origin ?? after.output.origin;
    const { range } = place.location;
    if (change) notes.set(`${change.note} ${range.start}`, { message: change.note, range });
    else unexplained.push({ message: `\`${difference.path}\` would be another one in the output`, range });
  }
  return { unexplained, notes: [...notes.values()] };
}
