// The layout that a mirrored boot disk has when none is given.
import { defineFix } from '../fix.ts';
import { setMember } from '../shared/required.ts';

export default defineFix({
  code: 'boot-device-mirror-layout',
  fixes(finding) {
    const layout = finding.diagnostic.data?.layout;
    if (typeof layout !== 'string') return [];
    // It is what older versions assume; the machine may well be another one.
    const edits = setMember(finding, ['boot_device', 'layout'], layout);
    return [{ title: `add \`layout: ${layout}\``, edits, safe: false, isPreferred: true }];
  },
});
