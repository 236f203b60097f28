import { readMount } from '../../embedded/quadlet/mounts.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-mount-invalid',
  severity: 'warning',
  docs: {
    what: '`Mount=` cannot be read.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `type=bind,source=/a,destination=/b`; types are `bind`, `volume`, `tmpfs`, `image`, `glob`, `ramfs`, `devpts` and `artifact`.',
  },
  keys: ['Mount'],
  read: readMount,
});
