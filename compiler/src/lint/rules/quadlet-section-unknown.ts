import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { nearest } from '../../text/edit-distance.ts';
import { textRule } from '../rule.ts';
import { quote, replacing, sectionSuggestion } from '../shared/suggest.ts';

export default textRule({
  code: 'quadlet-section-unknown',
  severity: 'warning',
  docs: {
    what: 'A quadlet has a section that neither Podman nor systemd reads in a file of this kind.',
    why: 'Everything in it is ignored.',
    fix: 'Correct the name: a quadlet has the section of its kind, `[Quadlet]`, `[Unit]`, `[Service]` and `[Install]`.',
  },
  of: ['quadlet'],
  check(view, context) {
    const own = quadletKinds[view.file.type]?.section;
    if (own === undefined) return;
    const known = [own, 'Quadlet', ...view.allowed];
    for (const { name, nameRange, isBroken } of view.tree.sections) {
      // A header that is no header is another rule's business.
      if (isBroken) continue;
      if (known.includes(name) || name.startsWith('X-')) continue;
      const meant = nearest(name, known);
      const hint = sectionSuggestion(meant) || '; remove it';
      const message = `a \`.${view.file.type}\` file has no section ${quote(`[${name}]`)}, it is ignored${hint}`;
      context.report(nameRange, message, replacing(name, meant));
    }
  },
});
