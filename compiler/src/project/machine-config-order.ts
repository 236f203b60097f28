// MachineConfigs have an order that everybody knows who writes them: the Machine Config Operator merges them by their names
// (`MergeMachineConfigs` in its `pkg/controller/common/helpers.go`).
import type { RaisedFragment } from './raise.ts';

/** Fragments that all are MachineConfigs by their names, those of one name as they come; others as they come. */
export function byName(fragments: readonly RaisedFragment[]): readonly RaisedFragment[] {
  if (!fragments.every(({ content }) => content.isMachineConfig)) return fragments;
  return [...fragments].sort((one, other) => {
    const [left, right] = [nameOf(one), nameOf(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}

/** Several MachineConfigs and nothing else, each with a name of its own: their order is declared. */
export function haveNames(fragments: readonly RaisedFragment[]): boolean {
  if (fragments.length < 2 || !fragments.every(({ content }) => content.isMachineConfig)) return false;
  return new Set(fragments.map(nameOf)).size === fragments.length;
}

/** What a MachineConfig is called in the cluster. */
export function nameOf({ config }: RaisedFragment): string {
  return config.fields.metadata?.fields.name?.value ?? '';
}
