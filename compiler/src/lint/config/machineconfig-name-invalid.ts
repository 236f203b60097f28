import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import { findHoles } from '../../text/template-holes.ts';

const longestName = 253;

export default check({
  code: 'machineconfig-name-invalid',
  severity: 'warning',
  docs: {
    what: 'The name of a MachineConfig is none that Kubernetes takes.',
    why: '`oc apply` refuses the object, when everything else is done.',
    fix: 'Use lower-case letters, digits, `-` and `.`, with a letter or digit at both ends, such as `99-worker-storage`.',
  },
  side: 'source',
  on: 'metadata.name',
  run(name, context) {
    const { value } = name;
    if (value === '' || context.raw || findHoles(value).length > 0) return;
    const isName = value.split('.').every((part) => /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(part));
    if (isName && value.length <= longestName) return;
    const lower = value.toLowerCase().replace(/[_ ]/g, '-');
    const advice = isName
      ? `use at most ${longestName} characters`
      : 'use lower-case letters, digits, `-` and `.`, with a letter or digit at both ends';
    const hint = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(lower) ? `did you mean ${quoted(lower)}?` : advice;
    context.report(name, `${quoted(value)} is no name that Kubernetes takes; ${hint}`);
  },
});
