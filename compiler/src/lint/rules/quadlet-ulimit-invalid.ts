import { readUlimit } from '../../embedded/quadlet/kernel.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-ulimit-invalid',
  severity: 'warning',
  docs: {
    what: '`Ulimit=` has no form of a limit, or names something that has none.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `nofile=1024:4096`, one limit a line, or `host`.',
  },
  keys: ['Ulimit'],
  read: readUlimit,
});
