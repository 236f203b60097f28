import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { nearest } from '../../text/edit-distance.ts';
import { lastOf, type ProjectUnit, placeOf, sectionPlace, settingOf, textsOf } from '../project-unit.ts';
import { type UnitContext, unitRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

/** Of each list, one key must be there. */
const required: { readonly [kind: string]: readonly (readonly string[])[] } = {
  container: [['Image', 'Rootfs']],
  kube: [['Yaml']],
  image: [['Image']],
  build: [['ImageTag'], ['File', 'SetWorkingDirectory']],
  artifact: [['Artifact']],
};

export default unitRule({
  code: 'quadlet-key-required',
  severity: 'error',
  docs: {
    what: 'A quadlet lacks a key that its kind needs.',
    why: 'The generator refuses the file, and there is no service.',
    fix: 'Add the key that the message names; look for a misspelt one.',
  },
  of: ['quadlet'],
  check(unit, context) {
    const section = quadletKinds[unit.type]?.section;
    if (section === undefined) return;
    const has = (key: string): boolean => settingOf(unit, section, key) !== undefined;
    for (const keys of required[unit.type] ?? []) {
      if (keys.some(has)) continue;
      // A build also takes the working directory of its service.
      if (keys.includes('File') && settingOf(unit, 'Service', 'WorkingDirectory') !== undefined) continue;
      const place = sectionPlace(unit, section);
      const names = keys.map((key) => `\`${key}=\``).join(' or ');
      const advice = misspelt(unit, section, keys) ?? 'add it';
      if (place) context.report(place, `a \`.${unit.type}\` file needs ${names} in \`[${section}]\`; ${advice}`);
    }
    checkRelativeFile(unit, context);
    if (unit.type !== 'volume' || settingOf(unit, 'Volume', 'Driver') !== 'image' || has('Image')) return;
    const place = sectionPlace(unit, 'Volume');
    if (place) context.report(place, 'a volume with `Driver=image` needs `Image=`; add it');
  },
});

/** What may have been meant as the section or the key, when it is written with a slip of the pen; that has a finding of its own. */
function misspelt(unit: ProjectUnit, section: string, keys: readonly string[]): string | undefined {
  const sections = textsOf(unit).flatMap(({ tree }) => tree.sections);
  const found = sections.filter(({ name }) => name === section).flatMap(({ assignments }) => assignments);
  const key = found.find((each) => !keys.includes(each.key) && nearest(each.key, keys) !== undefined)?.key;
  if (key !== undefined) return `${quote(`${key}=`)} may be meant`;
  const known = [section, 'Quadlet', 'Unit', 'Service', 'Install'];
  const other = sections.find(({ name }) => !known.includes(name) && nearest(name, known) === section)?.name;
  return other === undefined ? undefined : `${quote(`[${other}]`)} may be meant`;
}

/** A relative Containerfile needs a directory that it is relative to. */
function checkRelativeFile(unit: ProjectUnit, context: UnitContext): void {
  const file = unit.type === 'build' ? lastOf(unit, 'Build', 'File') : undefined;
  const name = file?.assignment.value.text ?? '/';
  if (
    file === undefined ||
    name.startsWith('/') ||
    name.startsWith('%') ||
    /^(https?|git):\/\/|^github\.com\//.test(name)
  )
    return;
  const hasDirectory =
    settingOf(unit, 'Build', 'SetWorkingDirectory') ?? settingOf(unit, 'Service', 'WorkingDirectory');
  if (hasDirectory !== undefined) return;
  context.report(placeOf(file), 'a relative `File=` needs `SetWorkingDirectory=`; add it, or write an absolute path');
}
