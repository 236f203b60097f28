import { check } from './shared/check.ts';
import { hasDamagedItems } from './shared/damage.ts';
import { isButane } from './shared/language.ts';
import { noteAt } from './shared/notes.ts';

const argument = 'rd.luks.key=/etc/luks/cex.key';
const rootVolume = 'root';

export default check({
  code: 'cex-kernel-argument-missing',
  severity: 'error',
  docs: {
    what: `The root volume is unlocked with a Crypto Express card, and \`openshift.kernel_arguments\` lacks \`${argument}\`.`,
    why: 'The initial RAM disk has to be told where the key of the card is; without the argument the node does not boot.',
    fix: `Add \`${argument}\` to \`openshift.kernel_arguments\`.`,
  },
  gate: { openshift: { since: '4.19.0' } },
  side: 'source',
  on: '',
  run(config, context) {
    const given = config.fields.openshift?.fields.kernel_arguments;
    if (given?.items.some((item) => item.value === argument) || hasDamagedItems(given)) return;
    const volumes = config.fields.storage?.fields.luks?.items ?? [];
    const candidates = [
      config.fields.boot_device?.fields.luks?.fields.cex,
      ...volumes.filter(({ fields }) => fields.name?.value === rootVolume).map(({ fields }) => fields.cex),
    ];
    const used = candidates.flatMap((cex) => (cex?.fields.enabled?.value === true ? [cex] : []));
    if (used.length === 0) return;
    const notes = used.map((cex) => noteAt(cex, '`cex` is asked for here'));
    const message = `a root volume with \`cex\` needs the kernel argument \`${argument}\`; add it to \`${isButane(context) ? 'openshift.kernel_arguments' : 'spec.kernelArguments'}\``;
    context.report(config.origin.at('openshift', 'kernel_arguments'), message, { notes, data: { argument } });
  },
});
