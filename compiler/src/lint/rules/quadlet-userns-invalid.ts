import { readUserNamespace } from '../../embedded/quadlet/values.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-userns-invalid',
  severity: 'warning',
  docs: {
    what: '`UserNS=` is no mode of mapping users.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `auto`, `keep-id`, `keep-id:uid=1000,gid=1000`, `nomap`, `host` or `private`.',
  },
  keys: ['UserNS'],
  read: readUserNamespace,
});
