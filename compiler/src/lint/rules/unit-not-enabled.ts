import { listOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';

export default projectRule({
  code: 'unit-not-enabled',
  severity: 'note',
  docs: {
    what: 'A unit says in `[Install]` what should start it, and the config does not enable it.',
    why: '`[Install]` does nothing until the unit is enabled. Presets may do that, but those of the system do not know this unit.',
    fix: 'Add `enabled: true`, or `enabled: false` if something else starts it.',
  },
  check(project, context) {
    for (const unit of project.units.values()) {
      if (!unit.isInConfig || unit.own === undefined || unit.enabled !== undefined || unit.isMasked) continue;
      // A template is enabled through its instances.
      if (unit.instance === '' || isListed(project.units.values(), unit.name)) continue;
      const wanted = ['WantedBy', 'RequiredBy'].flatMap((key) => listOf(unit, 'Install', key))[0];
      if (wanted === undefined) continue;
      const message = `\`${unit.name}\` is not enabled, so this does nothing; add \`enabled: true\` if it is to be started at boot`;
      context.report({ view: wanted.view, range: wanted.assignment.range }, message);
    }
  },
});

/** Whether another unit is enabled together with it (`Also=`). */
function isListed(units: Iterable<Parameters<typeof listOf>[0]>, name: string): boolean {
  for (const unit of units) {
    const also = listOf(unit, 'Install', 'Also').flatMap(({ assignment }) => assignment.value.text.split(/\s+/));
    if (also.includes(name)) return true;
  }
  return false;
}
