import { openshiftExtensions } from '../../../../spec/openshift-extensions.ts';
import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { findHoles } from '../../text/template-holes.ts';

const known: ReadonlySet<string> = new Set(openshiftExtensions);
const names = openshiftExtensions.map((name) => `\`${name}\``).join(', ');

export default check({
  code: 'openshift-extension-unknown',
  severity: 'note',
  docs: {
    what: 'An extension of RHCOS has a name that is not known here.',
    why: 'The Machine Config Operator refuses an extension that it does not know, and the pool of nodes is degraded. A newer cluster may know more of them.',
    fix: 'Correct the name. A package of its own, that is no extension, belongs into a layered image.',
  },
  fixIsInMessages: true,
  side: 'source',
  on: 'openshift.extensions',
  run(extensions, context) {
    for (const extension of extensions.items) {
      const { value } = extension;
      if (known.has(value) || value === '' || context.raw || findHoles(value).length > 0) continue;
      const meant = nearest(value, known);
      if (meant !== undefined) {
        const message = `there is no extension ${quoted(value)}; did you mean \`${meant}\`?`;
        context.report(extension, message, { severity: 'warning' });
        continue;
      }
      const message = `the extension ${quoted(value)} is not known here; see whether your cluster has it beside ${names}`;
      context.report(extension, message);
    }
  },
});
