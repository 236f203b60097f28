import { readAddress, readAddressRange, readDnsServers, readSubnet } from '../../embedded/quadlet/addresses.ts';
import { quadletReadersRule } from '../shared/quadlet.ts';

export default quadletReadersRule({
  code: 'quadlet-address-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes an IP address or a range of them has none.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `10.89.0.10`, `fd00::10`, or a range such as `10.89.0.0/24`.',
  },
  readers: {
    IP: readAddress,
    IP6: readAddress,
    'Container.DNS': readDnsServers,
    'Pod.DNS': readDnsServers,
    'Network.DNS': readDnsServers,
    Gateway: readAddress,
    Subnet: readSubnet,
    IPRange: readAddressRange,
  },
});
