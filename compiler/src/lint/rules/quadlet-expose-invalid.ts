import { readExposePort } from '../../embedded/quadlet/values.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-expose-invalid',
  severity: 'error',
  docs: {
    what: '`ExposeHostPort=` has no form of a port.',
    why: 'The generator refuses the file, and there is no service.',
    fix: 'Write `80`, `8000-8010` or `53/udp`.',
  },
  keys: ['ExposeHostPort'],
  read: readExposePort,
});
