import { readSignal } from '../../embedded/quadlet/kernel.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-signal-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes a signal names none.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write a name such as `SIGTERM`, or its number.',
  },
  keys: ['StopSignal', 'ReloadSignal'],
  read: readSignal,
});
