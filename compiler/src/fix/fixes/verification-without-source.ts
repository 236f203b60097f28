// No verification of what is not there.
import { defineFix } from '../fix.ts';
import { nodeOf, pairOf } from '../shared/find.ts';
import { removePair } from '../shared/remove-member.ts';

export default defineFix({
  code: 'verification-without-source',
  fixes(finding) {
    const { path } = finding.diagnostic;
    const resource = nodeOf(finding.document.root, path.slice(0, path.lastIndexOf('verification')));
    const pair = resource?.kind === 'map' ? pairOf(resource, 'verification') : undefined;
    if (pair === undefined) return [];
    // The source may have been forgotten rather than the verification be too much.
    return [{ title: 'remove `verification`', edits: removePair(finding, pair), safe: false, isPreferred: true }];
  },
});
