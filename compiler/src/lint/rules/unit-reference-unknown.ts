import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import { isUnitName } from '../../embedded/unit-syntax/values/names.ts';
import type { Project } from '../project.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { isOnlyOfSystem } from '../shared/foreign.ts';
import { generatedUnit, nearestUnit } from '../shared/nearest-unit.ts';
import { quote, replacing } from '../shared/suggest.ts';

/** Relations that do nothing, or fail, when the other unit is not there. For mere order it does not matter. */
const needing: ReadonlySet<string> = new Set([
  'Requires',
  'Requisite',
  'BindsTo',
  'Wants',
  'Upholds',
  'OnFailure',
  'OnSuccess',
  'WantedBy',
  'RequiredBy',
  'UpheldBy',
  'Also',
  'Sockets',
]);

/** Relations by which other units start this one, once it is enabled. */
const installing: ReadonlySet<string> = new Set(['WantedBy', 'RequiredBy', 'UpheldBy']);

export default projectRule({
  code: 'unit-reference-unknown',
  severity: 'note',
  docs: {
    what: 'A unit names another unit that is not in the config and not known from the system.',
    why: 'It may be misspelt; then the dependency does nothing, or the unit does not start.',
    fix: 'Correct the name, or add the unit. If something else puts it onto the machine, all is well.',
  },
  check(project, context) {
    if (project.isOpen) return;
    const defined = [...project.units.values()].flatMap(({ name, own }) => (own ? [name] : []));
    const candidates = [...defined, ...project.generated.keys(), ...project.shipped];
    const hints = new Map<string, string | undefined>();
    for (const view of [...project.units.values(), ...project.quadlets.values()].flatMap(textsOf)) {
      for (const { name, relation, range } of unitReferences(view)) {
        // An alias is a name that the unit gets, and no other unit's.
        if (relation === 'Alias' || !isUnitName(name) || project.isKnown(name) || isOnlyOfSystem(name, project))
          continue;
        if (!hints.has(name)) hints.set(name, generatedUnit(name, project) ?? nearestUnit(name, candidates));
        const meant = hints.get(name);
        // Units that only give an order may be absent, so just a slip of the pen is worth a word.
        if (meant === undefined && !needing.has(relation)) continue;
        const hint = meant === undefined ? 'add it if nothing else does' : `did you mean \`${meant}\`?`;
        const message = `${quote(name)} is not in this config and not known from the system; ${hint}`;
        // Nobody makes a target whose name is a slip away from one that is there: the unit is never started.
        const isSlip = installing.has(relation) && meant !== undefined && isShippedTarget(meant, project);
        const severity = isSlip ? ('warning' as const) : ('note' as const);
        context.report({ view, range }, message, { severity, ...replacing(name, meant) });
      }
    }
  },
});

function isShippedTarget(name: string, { shipped }: Project): boolean {
  return name.endsWith('.target') && shipped.has(name);
}
