import { readSize } from '../../embedded/quadlet/amounts.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-size-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes a size has none.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write bytes, or a number with `k`, `m` or `g`, such as `512m`.',
  },
  keys: ['ShmSize', 'Memory'],
  read: readSize,
});
