import { readSysctls } from '../../embedded/quadlet/kernel.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-sysctl-invalid',
  severity: 'warning',
  docs: {
    what: '`Sysctl=` does not assign a kernel parameter that a container may have.',
    why: 'Podman refuses it when the service is started. A value with a blank is cut there.',
    fix: 'Write `NAME=VALUE`, with quotes around the whole where the value has blanks. Parameters of the whole machine belong into `/etc/sysctl.d`.',
  },
  keys: ['Sysctl'],
  read: readSysctls,
});
