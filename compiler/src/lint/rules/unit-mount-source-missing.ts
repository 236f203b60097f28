import { sectionPlace, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-mount-source-missing',
  severity: 'error',
  docs: {
    what: 'A mount or swap unit does not say what is to be mounted.',
    why: 'systemd refuses it.',
    fix: 'Add `What=` with the device or source.',
  },
  of: ['systemd'],
  check(unit, context) {
    const section = unit.type === 'mount' ? 'Mount' : unit.type === 'swap' ? 'Swap' : undefined;
    if (section === undefined || settingOf(unit, section, 'What') !== undefined) return;
    const place = sectionPlace(unit, section);
    if (place) context.report(place, `a \`.${unit.type}\` unit needs \`What=\`; add the device or source`);
  },
});
