import { readSecret } from '../../embedded/quadlet/values.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-secret-invalid',
  severity: 'warning',
  docs: {
    what: '`Secret=` has an option that Podman does not know.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `name`, `name,type=env,target=NAME` or `name,type=mount,target=/path,uid=0,gid=0,mode=0400`.',
  },
  keys: ['Secret'],
  read: readSecret,
});
