// Brings fragments to one Ignition version: the newest one that any of them is written in. What that loses is reported, with
// the place of the value and the place that asks for the newer version.
import { compareVersions } from '../../../spec/gate.ts';
import type { IgnitionSpec } from '../../../spec/resolve.ts';
import { append } from '../append.ts';
import type { Config } from '../config.ts';
import machineconfigKeyLost from '../diagnostic/codes/machineconfig-key-lost.ts';
import upgradeLoss from '../diagnostic/codes/upgrade-loss.ts';
import { type DiagnosticPlace, report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type LostValue, upgradeIgnition } from '../upgrade-ignition.ts';
import type { Opener } from './carried-configs.ts';
import type { Fragment, FragmentContent } from './fragment.ts';

/** A fragment that can be read, at the version that all have in common. */
export interface RaisedFragment {
  readonly fragment: Fragment;
  readonly content: FragmentContent;
  readonly config: Config;
  /** What messages call it. */
  readonly title: string;
  /** It is to win where it contradicts others. */
  readonly isOverride: boolean;
}

export interface Raised {
  readonly fragments: readonly RaisedFragment[];
  /** Undefined when there is no fragment at all. */
  readonly version: IgnitionSpec | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What only the caller knows of a fragment. */
export interface FragmentRoles {
  /** Whether it is meant to win over others; false when not given. */
  readonly isOverride?: (fragment: Fragment) => boolean;
  /** What messages call it; the name of its file when not given. */
  readonly titleOf?: (fragment: Fragment) => string;
  /** Hashes contents that the result carries; their hashes are not looked at when absent. */
  readonly opener?: Opener;
}

/** Raises all fragments that can be read. */
export function raiseFragments(
  fragments: readonly Fragment[],
  { isOverride = () => false, titleOf = ({ name }) => name }: FragmentRoles = {},
): Raised {
  const newest = newestOf(fragments);
  if (newest?.content === undefined) return { fragments: [], version: undefined, diagnostics: [] };
  const { ignition: version, versionPlace } = newest.content;
  const diagnostics: Diagnostic[] = [];
  const raised = fragments.flatMap((fragment): RaisedFragment[] => {
    const { content } = fragment;
    if (content === undefined) return [];
    const { config, losses } = upgradeIgnition(content.config, content.ignition, version);
    append(
      diagnostics,
      losses.map((lost) => lossFinding(lost, content, version, versionPlace)),
    );
    append(diagnostics, (content.unmerged ?? []).map(unmergedFinding));
    return [{ fragment, content, config, title: titleOf(fragment), isOverride: isOverride(fragment) }];
  });
  return { fragments: raised, version, diagnostics };
}

function unmergedFinding(place: DiagnosticPlace): Diagnostic {
  const key = String(place.path.at(-1));
  return report(machineconfigKeyLost, place, `\`${key}\` is not merged, and the result does not have it`);
}

/** The fragment of the newest version; of several, the first. */
function newestOf(fragments: readonly Fragment[]): Fragment | undefined {
  let newest: Fragment | undefined;
  for (const fragment of fragments) {
    if (fragment.content === undefined) continue;
    const best = newest?.content?.ignition.version;
    if (best === undefined || compareVersions(fragment.content.ignition.version, best) > 0) newest = fragment;
  }
  return newest;
}

function lossFinding(
  { rule, value }: LostValue,
  content: FragmentContent,
  to: IgnitionSpec,
  asking: FragmentContent['versionPlace'],
): Diagnostic {
  const name = rule.path.split('.').at(-1) ?? rule.path;
  const what = rule.loses === 'value' ? `\`${name}\` is lost` : `\`${name}\` loses its special bits`;
  const message = `${what} when this config is raised from Ignition ${content.ignition.version} to ${to.version}: ${rule.reason}`;
  const notes = [{ message: `version ${to.version} is asked for here`, location: asking.location }];
  const data = { from: content.ignition.version, to: to.version, path: rule.path };
  return report(upgradeLoss, value.origin.at(), message, { notes, data });
}
