import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import { unitFileName } from '../../embedded/unit-syntax/unit-file-name.ts';
import { sectionPlace, settingOf, textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  code: 'unit-template-without-instance',
  severity: 'note',
  docs: {
    what: 'The config has a template of units and no instance of it.',
    why: 'A template is never started itself.',
    fix: 'Enable an instance, such as `app@1.service`, or add `DefaultInstance=`. If something on the machine starts instances, all is well.',
  },
  check(project, context) {
    if (project.isOpen) return;
    const all = [...project.units.values(), ...project.quadlets.values()];
    const used = new Set(project.units.keys());
    for (const view of all.flatMap(textsOf)) {
      for (const { name } of unitReferences(view)) used.add(name);
    }
    const templates = new Set(
      [...used].flatMap((name) => {
        const { template, instance } = unitFileName(name);
        return template !== undefined && instance !== '' ? [template] : [];
      }),
    );
    for (const unit of project.units.values()) {
      if (unit.instance !== '' || unit.own === undefined || templates.has(unit.name)) continue;
      if (settingOf(unit, 'Install', 'DefaultInstance') !== undefined || isStartedBySocket(unit.name, project.units))
        continue;
      const place = sectionPlace(unit, 'Unit');
      const example = unit.name.replace('@', '@1');
      if (place)
        context.report(
          place,
          `\`${unit.name}\` is a template, and there is no instance of it; enable one, such as \`${example}\``,
        );
    }
  },
});

/** A socket with `Accept=yes` starts instances of the template with its name. */
function isStartedBySocket(template: string, units: ReadonlyMap<string, unknown>): boolean {
  return units.has(template.replace(/@\.service$/, '.socket'));
}
