import { lingerDirectory } from '../../../../spec/os-paths.ts';
import type { Project } from '../project.ts';
import { listOf, type PlacedAssignment, sectionPlace } from '../project-unit.ts';
import { projectRule, type UnitPlace } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

export default projectRule({
  code: 'unit-without-linger',
  severity: 'note',
  docs: {
    what: 'Units of a user are enabled, and nothing says that the user lingers.',
    why: 'The manager of a user starts when they log in and ends when they log out. For one who lingers it runs from boot on.',
    fix: 'Add an empty file `/var/lib/systemd/linger/NAME` with mode 0644, unless the units are to run only while the user is logged in.',
  },
  check(project, context) {
    const { user } = project;
    if (user === undefined || user.lingers || project.isOpen) return;
    const place = firstEnabled(project);
    const name = quote(user.name);
    const file = quote(`${lingerDirectory}/${user.name}`);
    const message = `units of ${name} start when ${name} logs in, and not at boot; add the empty file ${file} if they are to run from boot on`;
    if (place) context.report(place, message);
  },
});

/** Where the first unit is that is to start by itself: a quadlet by its `[Install]`, a unit by a link to it. */
function firstEnabled({ quadlets, units }: Project): UnitPlace | undefined {
  for (const unit of quadlets.values()) {
    const [wanted] = ['WantedBy', 'RequiredBy'].flatMap((key): readonly PlacedAssignment[] =>
      listOf(unit, 'Install', key),
    );
    if (wanted) return { view: wanted.view, range: wanted.assignment.range };
  }
  for (const unit of units.values()) {
    const place = unit.isLinked ? sectionPlace(unit, 'Install') : undefined;
    if (place) return place;
  }
  return undefined;
}
