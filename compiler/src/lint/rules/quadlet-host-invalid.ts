import { readExtraHost } from '../../embedded/quadlet/addresses.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-host-invalid',
  severity: 'warning',
  docs: {
    what: '`AddHost=` has no form of a name with its address.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `name:10.0.0.5`, `one;two:10.0.0.5` or `name:host-gateway`.',
  },
  keys: ['AddHost'],
  read: readExtraHost,
});
