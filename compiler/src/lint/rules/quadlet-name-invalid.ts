import { readName } from '../../embedded/quadlet/names.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-name-invalid',
  severity: 'warning',
  docs: {
    what: 'A container, pod, volume or network has a name that Podman does not take.',
    why: 'Podman refuses it when the service is started: names match `[a-zA-Z0-9][a-zA-Z0-9_.-]*`.',
    fix: 'Write letters, digits, `_`, `.` and `-`, and begin with a letter or digit.',
  },
  keys: ['ContainerName', 'PodName', 'VolumeName', 'NetworkName'],
  read: readName,
});
