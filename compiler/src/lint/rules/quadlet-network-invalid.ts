import { readNetwork } from '../../embedded/quadlet/values.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-network-invalid',
  severity: 'warning',
  docs: {
    what: '`Network=` is neither a mode nor a name of a network.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `host`, `none`, `bridge`, `pasta`, a name, or a quadlet that ends in `.network`.',
  },
  keys: ['Network'],
  read: readNetwork,
});
