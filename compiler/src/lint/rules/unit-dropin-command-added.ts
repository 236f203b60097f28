import { singleCommandServices } from '../../../../spec/systemd/single-command-services.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import type { ProjectUnit } from '../project-unit.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  code: 'unit-dropin-command-added',
  severity: 'warning',
  docs: {
    what: 'A drop-in gives a service of the system, such as `getty@tty1.service`, a second `ExecStart=`.',
    why: '`ExecStart=` in a drop-in adds to that of the unit, and systemd refuses a service with two of them unless it is of `Type=oneshot` (systemd.service(5)): it does not start at all any more.',
    fix: 'Put an empty `ExecStart=` above the new one; it forgets the command of the unit.',
  },
  check(project, context) {
    if (project.isOpen) return;
    for (const unit of project.units.values()) {
      const isShipped = [unit.name, unit.template ?? ''].some((name) => singleCommandServices.has(name));
      const template = unit.template === undefined ? undefined : project.units.get(unit.template);
      if (!isShipped || isReplaced(unit) || isReplaced(template)) continue;
      const others = template === undefined || template === unit ? [] : template.dropins;
      const all = [...unit.dropins, ...others];
      // The order of drop-ins is that of their names over all folders; where one begins anew, nobody is blamed.
      if (all.some(beginsAnew) || all.some((view) => view.last('Service', 'Type')?.value.text === 'oneshot')) continue;
      const view = unit.dropins.find((each) => each.all('Service', 'ExecStart').length > 0);
      const [command] = view?.all('Service', 'ExecStart') ?? [];
      if (view === undefined || command === undefined) continue;
      const message = `\`${unit.name}\` has an \`ExecStart=\` already, and systemd refuses a second one; put an empty \`ExecStart=\` above this line to replace it`;
      context.report({ view, range: command.range }, message);
    }
  },
});

/** Whether the config has the unit itself, so that it is not the shipped one. */
function isReplaced(unit: ProjectUnit | undefined): boolean {
  return unit !== undefined && (unit.own !== undefined || unit.isElsewhere || unit.isMasked);
}

function beginsAnew(view: UnitView): boolean {
  return view.all('Service', 'ExecStart').some(({ value }) => value.text === '');
}
