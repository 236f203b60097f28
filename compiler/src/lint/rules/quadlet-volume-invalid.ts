import { readVolume } from '../../embedded/quadlet/mounts.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-volume-invalid',
  severity: 'warning',
  docs: {
    what: '`Volume=` has no form of a mount.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `/host/path:/path:Z`, `name.volume:/path`, or `/path` alone.',
  },
  keys: ['Volume'],
  read: readVolume,
});
