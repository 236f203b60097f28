import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { isOnlyOfSystem } from '../shared/foreign.ts';
import { quote } from '../shared/suggest.ts';

/** What becomes of a relation to a unit that is not there; those that only give an order do no harm. */
const effects: { readonly [relation: string]: string } = {
  WantedBy: 'nothing starts this one',
  RequiredBy: 'nothing starts this one',
  UpheldBy: 'nothing starts this one',
  Requires: 'this one does not start',
  Requisite: 'this one does not start',
  BindsTo: 'this one does not start',
};

const idle: ReadonlySet<string> = new Set(['Wants', 'Upholds', 'OnFailure', 'OnSuccess', 'Also']);

/** The targets of the system that have a counterpart. */
const counterparts: { readonly [target: string]: string } = {
  'multi-user.target': 'default.target',
  'graphical.target': 'default.target',
  'sysinit.target': 'basic.target',
};

export default projectRule({
  code: 'unit-of-system',
  severity: 'warning',
  docs: {
    what: 'A unit that the manager of a user runs depends on a unit that only the system has, such as `multi-user.target`.',
    why: 'A user has a manager of their own with units of its own. `WantedBy=multi-user.target` starts nothing there.',
    fix: 'Write `WantedBy=default.target`. For what has no counterpart, wait in the program itself, or make it a unit of the system.',
  },
  check(project, context) {
    for (const view of [...project.units.values(), ...project.quadlets.values()].flatMap(textsOf)) {
      for (const { name, relation, range } of unitReferences(view)) {
        const effect = effects[relation];
        if ((effect === undefined && !idle.has(relation)) || !isOnlyOfSystem(name, project)) continue;
        const other = counterparts[name];
        const advice = other === undefined ? 'remove it, or make this a unit of the system' : `write \`${other}\``;
        const message = `${quote(name)} is a unit of the system, which no user's manager has, so ${effect ?? 'this does nothing'}; ${advice}`;
        context.report({ view, range }, message, { severity: effect === undefined ? 'note' : 'warning' });
      }
    }
  },
});
