import { unitDirectory } from '../../../../spec/os-paths.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, type ConflictContext, defineConflict, givenBy } from './shared/conflict.ts';
import { nodesOf } from './shared/nodes.ts';

export default defineConflict({
  code: 'conflict-unit-file',
  severity: 'error',
  docs: {
    what: 'A fragment has a file, directory or link where another fragment has a unit or a drop-in.',
    why: 'Both would be written to the same place below `/etc/systemd/system`, and one of them would be lost.',
    fix: 'Keep the entry under `systemd.units` and remove the other one.',
  },
  find(context) {
    const units = unitPaths(context);
    if (units.size === 0) return;
    for (const [path, nodes] of nodesOf(context)) {
      const given = [...(units.get(path) ?? []), ...nodes];
      if (given.length === nodes.length || !areSeveral(given)) continue;
      context.report({ given, message: `\`${path}\` is written by a unit of another fragment too` });
    }
  },
});

/** What `systemd.units` writes, by path. */
function unitPaths(context: ConflictContext): ReadonlyMap<string, readonly Given[]> {
  const paths = new Map<string, Given[]>();
  const add = (path: string, given: Given): void => {
    const known = paths.get(path);
    if (known) known.push(given);
    else paths.set(path, [given]);
  };
  for (const { from, value } of givenBy(context, ({ fields }) => fields.systemd?.fields.units?.items)) {
    const path = `${unitDirectory}/${value.fields.name?.value ?? ''}`;
    if (value.fields.contents?.value || value.fields.mask?.value) add(path, { from, value });
    for (const dropin of value.fields.dropins?.items ?? []) {
      if (dropin.fields.contents?.value) add(`${path}.d/${dropin.fields.name?.value ?? ''}`, { from, value: dropin });
    }
  }
  return paths;
}
