import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { nearest } from '../../text/edit-distance.ts';
import { textRule } from '../rule.ts';
import { ownAssignments, systemdHome } from '../shared/quadlet.ts';
import { quote, replacing } from '../shared/suggest.ts';

export default textRule({
  code: 'quadlet-key-unknown',
  severity: 'error',
  docs: {
    what: 'A section of a quadlet has a key that Podman does not know.',
    why: 'The generator refuses the whole file, and there is no service.',
    fix: 'Correct the name; upper and lower case differ. What has no key of its own goes into `PodmanArgs=`.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, assignment } of ownAssignments(view)) {
      const { key, keyRange } = assignment;
      const known = quadletKeys[section] ?? {};
      if (Object.hasOwn(known, key) || systemdHome(key) !== undefined) continue;
      const meant = nearest(key, Object.keys(known));
      const hint = meant === undefined ? 'look it up, or use `PodmanArgs=`' : `did you mean \`${meant}=\`?`;
      const message = `\`[${section}]\` has no key ${quote(`${key}=`)}, and Podman refuses the file; ${hint}`;
      context.report(keyRange, message, replacing(key, meant));
    }
  },
});
