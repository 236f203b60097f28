import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import { listOf, type ProjectUnit, textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { triggerOf } from '../shared/trigger.ts';

export default projectRule({
  code: 'unit-not-enabled',
  severity: 'note',
  docs: {
    what: 'A unit says in `[Install]` what should start it, and the config neither enables it nor has a unit that starts it.',
    why: '`[Install]` does nothing until the unit is enabled. Presets may do that, but those of the system do not know this unit.',
    fix: 'Add `enabled: true`, or `enabled: false` if something else starts it.',
  },
  check(project, context) {
    const started = startedBy([...project.units.values(), ...project.quadlets.values()]);
    for (const unit of project.units.values()) {
      if (!unit.isInConfig || unit.own === undefined || unit.enabled !== undefined || unit.isMasked) continue;
      // A template is enabled through its instances.
      if (unit.instance === '' || started.has(unit.name)) continue;
      const wanted = ['WantedBy', 'RequiredBy'].flatMap((key) => listOf(unit, 'Install', key))[0];
      if (wanted === undefined) continue;
      const message = `\`${unit.name}\` is not enabled, so this does nothing; add \`enabled: true\` if it is to be started at boot`;
      context.report({ view: wanted.view, range: wanted.assignment.range }, message);
    }
  },
});

/** Relations by which a unit starts another one, or has it enabled. */
const starting: ReadonlySet<string> = new Set([
  'Wants',
  'Requires',
  'BindsTo',
  'Upholds',
  'OnFailure',
  'OnSuccess',
  'Also',
]);

/** What units start that are there anyway: by a relation, or as a timer, path or socket. */
function startedBy(units: Iterable<ProjectUnit>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const unit of units) {
    const target = unit.own && triggerOf(unit)?.target;
    if (target !== undefined) names.add(target);
    for (const { name, relation } of textsOf(unit).flatMap(unitReferences)) if (starting.has(relation)) names.add(name);
  }
  return names;
}
