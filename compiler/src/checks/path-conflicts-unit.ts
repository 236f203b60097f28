import { unitDirectory } from '../../../spec/os-paths.ts';
import type { Dropin, Unit } from '../config.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { perConfig } from './shared/per-config.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'path-conflicts-unit',
  severity: 'error',
  docs: {
    what: 'A file, directory or link has the path at which a unit or drop-in of the same config is written.',
    why: 'Both would be put at the same place below `/etc/systemd/system`, and one of them would be lost.',
    fix: 'Keep the entry under `systemd.units` and remove the other; units need no entry under `storage`.',
  },
  side: 'output',
  on: ['storage.files[].path', 'storage.directories[].path', 'storage.links[].path'],
  run(path, context) {
    const unit = unitPaths(context.config).get(path.value);
    if (unit === undefined) return;
    const message = `${quoted(path.value)} is written by \`systemd.units\` already; remove one of the two`;
    context.report(path, message, { notes: [noteAt(unit, 'the unit is defined here')] });
  },
});

/** The units and drop-ins that are written, by their paths. */
const unitPaths = perConfig(({ fields }): ReadonlyMap<string, Unit | Dropin> => {
  const paths = new Map<string, Unit | Dropin>();
  for (const unit of fields.systemd?.fields.units?.items ?? []) {
    const path = `${unitDirectory}/${unit.fields.name?.value ?? ''}`;
    if (unit.fields.contents?.value) paths.set(path, unit);
    for (const dropin of unit.fields.dropins?.items ?? []) {
      if (dropin.fields.contents?.value) paths.set(`${path}.d/${dropin.fields.name?.value ?? ''}`, dropin);
    }
  }
  return paths;
});
