import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-address-invalid',
  docs: {
    what: 'A socket is to listen at something that is no address.',
    why: 'systemd ignores the line; a socket without any address is refused.',
    fix: 'Write a port, `127.0.0.1:80`, `[::1]:80`, an absolute path, or `@name`.',
  },
  kinds: ['socket-address'],
});
