import { quadletReferences } from '../../embedded/quadlet/references.ts';
import { unitFileName } from '../../embedded/unit-syntax/unit-file-name.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { nearestQuadlet } from '../shared/nearest-unit.ts';
import { quote } from '../shared/suggest.ts';

/** Each suggestion is a comparison with all names of its ending. */
const mostSuggestions = 100;

export default projectRule({
  code: 'quadlet-reference-missing',
  severity: 'error',
  docs: {
    what: 'A quadlet names another quadlet that the config does not have.',
    why: 'The generator refuses the file, and there is no service.',
    fix: 'Add the quadlet, or correct the name. If something else puts it onto the machine, switch this lint off here.',
  },
  check(project, context) {
    if (project.isOpen) return;
    const names = byEnding([...project.quadlets.keys()]);
    let suggestions = 0;
    for (const view of [...project.quadlets.values()].flatMap(textsOf)) {
      for (const { file, relation, range } of quadletReferences(view)) {
        const template = unitFileName(file).template;
        if (project.quadlets.has(file) || (template !== undefined && project.quadlets.has(template))) continue;
        const meant =
          suggestions++ < mostSuggestions ? nearestQuadlet(file, names.get(endingOf(file)) ?? []) : undefined;
        const hint = meant === undefined ? 'add it, or correct the name' : `did you mean \`${meant}\`?`;
        context.report({ view, range }, `\`${relation}=\` names ${quote(file)}, and there is no such quadlet; ${hint}`);
      }
    }
  },
});

function byEnding(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    const group = groups.get(endingOf(name));
    if (group) group.push(name);
    else groups.set(endingOf(name), [name]);
  }
  return groups;
}

function endingOf(name: string): string {
  return name.slice(name.lastIndexOf('.'));
}
