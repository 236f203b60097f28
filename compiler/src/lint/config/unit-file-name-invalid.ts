import { systemd } from '../../../../spec/shapes/systemd.ts';
import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import { findHoles } from '../../text/template-holes.ts';

const { suffixes = [] } = systemd.fields.units.node.item.fields.name;

export default check({
  code: 'unit-file-name-invalid',
  severity: 'warning',
  docs: {
    what: 'The name of a unit has characters that no unit may have in its name.',
    why: 'Ignition writes a file of this name below `/etc/systemd/system`, and systemd never reads it.',
    fix: 'Write the name alone, without a folder, of letters, digits and `:-_.\\\\@`.',
  },
  side: 'source',
  on: 'systemd.units[].name',
  run(name, context) {
    const { value } = name;
    // Another ending is an error of the compiler's.
    if (!suffixes.some((suffix) => value.endsWith(suffix)) || findHoles(value).length > 0) return;
    if (/^[A-Za-z0-9:_.\\@-]+$/.test(value)) return;
    const base = value.slice(value.lastIndexOf('/') + 1);
    const advice = base === value ? 'use letters, digits and `:-_.\\@`' : `give the name alone: ${quoted(base)}`;
    context.report(name, `${quoted(value)} is no name of a unit, and systemd does not read it; ${advice}`);
  },
});
