import { readTmpfs } from '../../embedded/quadlet/mounts.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-tmpfs-invalid',
  severity: 'warning',
  docs: {
    what: '`Tmpfs=` does not begin with an absolute path.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `/path`, or `/path:size=64M,mode=1777` with options.',
  },
  keys: ['Tmpfs'],
  read: readTmpfs,
});
