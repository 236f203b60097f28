import { readPod } from '../../embedded/quadlet/values.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-pod-invalid',
  severity: 'error',
  docs: {
    what: '`Pod=` names no quadlet.',
    why: 'The generator refuses the file, and there is no service.',
    fix: 'Write the name of a quadlet that ends in `.pod`.',
  },
  keys: ['Pod'],
  read: readPod,
});
