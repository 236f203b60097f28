import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { isNewer } from '../../../../spec/podman/release.ts';
import { textRule } from '../rule.ts';
import { ownAssignments } from '../shared/quadlet.ts';

export default textRule({
  code: 'quadlet-key-too-new',
  severity: 'error',
  docs: {
    what: 'A key, or a kind of quadlet, is newer than the release of Podman that is to read it.',
    why: 'That release refuses the whole file, or does not look at it.',
    fix: 'Do without it, use `PodmanArgs=`, or set the release that the machines have.',
  },
  of: ['quadlet'],
  check(view, context) {
    const { podman } = context.releases;
    const kind = quadletKinds[view.file.type];
    if (podman === undefined || kind === undefined) return;
    if (isNewer(kind.since, podman)) {
      const header = view.sections(kind.section)[0]?.headerRange;
      const message = `\`.${view.file.type}\` files came with Podman ${kind.since}, and ${podman} does not read them; use a newer one`;
      if (header) context.report(header, message);
      return;
    }
    for (const { section, assignment } of ownAssignments(view)) {
      const { key, keyRange } = assignment;
      const since = quadletKeys[section]?.[key];
      if (!isNewer(since, podman)) continue;
      context.report(
        keyRange,
        `\`${key}=\` came with Podman ${since}, and ${podman} refuses it; use \`PodmanArgs=\`, or a newer Podman`,
      );
    }
  },
});
