import type { ValueKind } from '../../../../spec/systemd/model.ts';
import type { Assignment } from '../../embedded/unit-syntax/tree.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import { textRule } from '../rule.ts';
import { ownAssignments } from '../shared/quadlet.ts';
import { smartQuoted } from '../shared/smart-quotes.ts';

const kinds: readonly ValueKind[] = ['exec', 'environment'];
const quadletKeys: ReadonlySet<string> = new Set(['Environment', 'Exec', 'HealthCmd', 'PodmanArgs']);

export default textRule({
  code: 'unit-smart-quotes',
  severity: 'warning',
  docs: {
    what: 'A command line or an assignment of variables has typographic quotes, such as “these”.',
    why: 'systemd and Podman know straight quotes only: these become a part of the argument, and what stands between them is split at blanks. They often come from a word processor or a web page.',
    fix: 'Write straight quotes, `"` or `\'`. To mean them themselves, put straight ones around.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { key, value } of assignmentsOf(view)) {
      const part = smartQuoted(value.text);
      if (part === undefined) continue;
      const message = `\`${key}=\`: typographic quotes are letters like others; write straight ones, \`"\` or \`'\``;
      context.report(value.rangeOf(part.start, part.end), message);
    }
  },
});

function assignmentsOf(view: UnitView): readonly Assignment[] {
  const settings = kinds.flatMap((kind) => view.ofKind(kind).map(({ assignment }) => assignment));
  const own = view.isQuadlet ? ownAssignments(view).map(({ assignment }) => assignment) : [];
  return [...settings, ...own.filter(({ key }) => quadletKeys.has(key))];
}
