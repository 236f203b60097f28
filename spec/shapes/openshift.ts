// The section `openshift`: what the Machine Config Operator applies beside the Ignition config.
import { bool, byKey, shape, str, strings } from '../dsl.ts';
import type { ListMerge } from '../model.ts';

const byOperator = { ...byKey('value'), sequence: 'kernel-arguments', repeats: true } as ListMerge;

export const openshift = shape({
  kernel_arguments: strings(byOperator, {
    doc: 'Kernel command line arguments for the nodes.',
    example: ['nosmt'],
  }),
  extensions: strings(byKey('value'), { doc: 'RHCOS extensions to install.', example: ['usbguard'] }),
  fips: bool({
    doc: 'Ask for FIPS mode. Up to 4.19.0 it also adds an approved cipher to LUKS volumes that name none.',
    example: true,
    default: 'false.',
    prevails: [true],
  }),
  kernel_type: str({
    doc: 'Which kernel the nodes run.',
    example: 'realtime',
    values: [
      { value: '' },
      { value: 'default' },
      { value: 'realtime', doc: 'The real-time kernel.' },
      // Butane does not let it pass, whose openshift variant builds on the layer fcos; the Machine Config Operator does.
      { value: '64k-pages', doc: 'The kernel with pages of 64 KiB, on aarch64 alone.', gate: { except: ['fcos'] } },
    ],
    default: 'The default kernel.',
    prevails: ['realtime', '64k-pages'],
  }),
});
