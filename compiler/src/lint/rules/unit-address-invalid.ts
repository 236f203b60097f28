import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-address-invalid',
  docs: {
    what: 'A socket is to listen at something that is no address, or a rule for the network has an address, a port or an interface that is none.',
    why: 'systemd ignores it; a socket without any address is refused, and a rule that is ignored protects nothing.',
    fix: 'To listen, write a port, `127.0.0.1:80`, `[::1]:80`, an absolute path, or `@name`; in rules such as `IPAddressAllow=`, what the message names.',
  },
  kinds: ['socket-address', 'address-prefixes', 'socket-bind', 'interface', 'interfaces'],
});
