import { isInSubnet } from '../../embedded/quadlet/addresses.ts';
import { listOf, placeOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

export default unitRule({
  code: 'quadlet-subnet-mismatch',
  severity: 'warning',
  docs: {
    what: 'The gateway of a network, or the range that its addresses are taken from, lies outside of its subnet.',
    why: 'Podman refuses the network when its service is started. The first `Gateway=` belongs to the first `Subnet=`, and so on.',
    fix: 'Write an address of the subnet, or correct the subnet.',
  },
  of: ['quadlet'],
  check(unit, context) {
    if (unit.type !== 'network') return;
    const subnets = listOf(unit, 'Network', 'Subnet').map(({ assignment }) => assignment.value.text);
    for (const key of ['Gateway', 'IPRange']) {
      for (const [index, placed] of listOf(unit, 'Network', key).entries()) {
        const subnet = subnets[index];
        const { text } = placed.assignment.value;
        const addresses = (text.split('/')[0] ?? '').split('-');
        if (subnet === undefined || !addresses.some((each) => isInSubnet(each, subnet) === false)) continue;
        context.report(
          placeOf(placed),
          `${quote(text)} is outside of the subnet ${quote(subnet)}, and Podman refuses the network; write addresses of it`,
        );
      }
    }
  },
});
