// What is wrong with a merged config and with none of its parts: each fragment has a key file or a TPM, and only together they have
// both. Such findings get the places of the entry in all fragments that contribute to it.
import { fieldsOf } from '../../../spec/fields.ts';
import { compareVersions, type Point } from '../../../spec/gate.ts';
import type { ObjectNode } from '../../../spec/model.ts';
import type { IgnitionSpec, Spec } from '../../../spec/resolve.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { all as checks } from '../checks/index.gen.ts';
import { runChecks } from '../checks/shared/run-checks.ts';
import type { Config } from '../config.ts';
import type { Diagnostic, DiagnosticNote } from '../diagnostic/diagnostic.ts';
import { applyFilters } from '../filter.ts';
import { itemKey } from '../merge/item-key.ts';
import type { OutNode, OutObject } from '../output/nodes.ts';
import type { Location } from '../text/range.ts';
import type { RaisedFragment } from './raise.ts';

/** What is wrong with `config`, the merged one. `known`: what has been said of the fragments. */
export function mergedFindings(
  config: Config,
  version: IgnitionSpec,
  fragments: readonly RaisedFragment[],
  known: readonly Diagnostic[],
): readonly Diagnostic[] {
  if (fragments.length < 2) return [];
  const said = new Set(known.map(identity));
  const spec = strictest(fragments);
  const found = [
    ...(spec ? applyFilters(config, spec) : []),
    ...runChecks(checks, config, 'output', version.point, false),
  ];
  return found
    .filter((diagnostic) => !said.has(identity(diagnostic)))
    .map((diagnostic) => withContributors(diagnostic, fragments, version.point));
}

/** What makes two findings the same one. */
export function identity({ code, location: { uri, range } }: Diagnostic): string {
  return `${code} ${range.start} ${range.end} ${uri}`;
}

/** The newest spec of OpenShift among the fragments, whose rules hold for the whole MachineConfig. */
function strictest(fragments: readonly RaisedFragment[]): Spec | undefined {
  return fragments
    .flatMap(({ content: { spec } }) => (spec?.wrapper === 'machine-config' ? [spec] : []))
    .sort((one, other) => compareVersions(one.version, other.version))
    .at(-1);
}

function withContributors(diagnostic: Diagnostic, fragments: readonly RaisedFragment[], point: Point): Diagnostic {
  const { location, notes = [] } = diagnostic;
  const way = fragments
    .filter(({ fragment }) => fragment.document.uri === location.uri)
    .map(({ config }) => wayTo(config, configSpec, location, point))
    .find((found) => found !== undefined);
  const others = (way ?? []).length === 0 ? [] : fragments.flatMap((each) => contribution(each, way ?? [], location));
  const reason = { message: 'each fragment is valid by itself; only merged they are not' };
  return { ...diagnostic, notes: [...notes, ...others, reason] };
}

/** Fields by name, and at the end the key of an item. */
type Way = readonly ((node: OutNode) => OutNode | undefined)[];

/** The way to the entry of a list that a place lies in. */
function wayTo(object: OutObject, spec: ObjectNode, location: Location, point: Point): Way | undefined {
  for (const [name, { node }] of fieldsOf(spec, point, 'output')) {
    const value = object.fields[name];
    const member = (from: OutNode): OutNode | undefined => (from.kind === 'object' ? from.fields[name] : undefined);
    if (value?.kind === 'object' && node.kind === 'object') {
      const inner = wayTo(value, node, location, point);
      if (inner) return [member, ...inner];
    }
    if (value?.kind !== 'list' || node.kind !== 'list' || node.merge.by !== 'key') continue;
    const by = node.merge.key;
    const item = value.items.find((each) => each.kind === 'object' && contains(each.origin.location, location));
    if (item === undefined) continue;
    const key = itemKey(item, by);
    const entry = (list: OutNode): OutNode | undefined =>
      list.kind === 'list' ? list.items.find((each) => itemKey(each, by) === key) : undefined;
    return [member, entry];
  }
  return undefined;
}

function contains(outer: Location, inner: Location): boolean {
  return outer.uri === inner.uri && outer.range.start <= inner.range.start && inner.range.end <= outer.range.end;
}

function contribution({ config, title }: RaisedFragment, way: Way, location: Location): readonly DiagnosticNote[] {
  let at: OutNode | undefined = config;
  for (const step of way) at = at && step(at);
  if (at === undefined || contains(at.origin.location, location)) return [];
  return [{ message: `\`${title}\` contributes to it here`, location: at.origin.location }];
}
