import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { sectionPlace, valueOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

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
    const has = (key: string): boolean => valueOf(unit, section, key) !== undefined;
    for (const keys of required[unit.type] ?? []) {
      if (keys.some(has)) continue;
      // A build also takes the working directory of its service.
      if (keys.includes('File') && valueOf(unit, 'Service', 'WorkingDirectory') !== undefined) continue;
      const place = sectionPlace(unit, section);
      const names = keys.map((key) => `\`${key}=\``).join(' or ');
      if (place) context.report(place, `a \`.${unit.type}\` file needs ${names} in \`[${section}]\`; add it`);
    }
    if (unit.type !== 'volume' || valueOf(unit, 'Volume', 'Driver') !== 'image' || has('Image')) return;
    const place = sectionPlace(unit, 'Volume');
    if (place) context.report(place, 'a volume with `Driver=image` needs `Image=`; add it');
  },
});
