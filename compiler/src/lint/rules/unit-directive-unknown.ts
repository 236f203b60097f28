import { directivesOf, sectionsWith } from '../../../../spec/systemd/sections.ts';
import { textRule } from '../rule.ts';
import { nearestDirective, quote, replacing } from '../shared/suggest.ts';

export default textRule({
  code: 'unit-directive-unknown',
  severity: 'warning',
  docs: {
    what: 'A section has a directive that systemd does not know.',
    why: 'systemd says so in the journal and ignores the line: `ExecStrat=` starts nothing.',
    fix: 'Correct the name; upper and lower case differ. Directives of your own begin with `X-`.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    // Files can repeat a mistake a million times; the search for the nearest name is worth doing once.
    const hints = new Map<string, string | undefined>();
    for (const section of view.tree.sections) {
      if (!view.allowed.includes(section.name)) continue;
      const known = directivesOf(section.name);
      if (known.size === 0) continue;
      for (const { key, keyRange } of section.assignments) {
        if (known.has(key) || key.startsWith('X-') || isMisplaced(key, view.allowed)) continue;
        const id = `${section.name}.${key}`;
        if (!hints.has(id)) hints.set(id, nearestDirective(key, section.name));
        const meant = hints.get(id);
        const hint = meant === undefined ? 'look it up, or remove it' : `did you mean \`${meant}=\`?`;
        const message = `\`[${section.name}]\` has no directive ${quote(`${key}=`)}, it is ignored; ${hint}`;
        context.report(keyRange, message, replacing(key, meant));
      }
    }
  },
});

/** Another section of the same unit has it: a rule of its own says so. */
function isMisplaced(key: string, allowed: readonly string[]): boolean {
  return sectionsWith(key).some((section) => allowed.includes(section));
}
