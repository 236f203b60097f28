import { readCapabilities } from '../../embedded/quadlet/kernel.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-capability-invalid',
  severity: 'warning',
  docs: {
    what: 'A list of capabilities names one that the kernel does not know.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Correct the name, see capabilities(7); `all` stands for every one.',
  },
  keys: ['AddCapability', 'DropCapability'],
  read: readCapabilities,
});
