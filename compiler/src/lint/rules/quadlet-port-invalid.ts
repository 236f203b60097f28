import { readPublishPort } from '../../embedded/quadlet/ports.ts';
import { quadletValueRule } from '../shared/quadlet.ts';

export default quadletValueRule({
  code: 'quadlet-port-invalid',
  severity: 'warning',
  docs: {
    what: '`PublishPort=` has no form of a port.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write `8080:80`, `127.0.0.1:8080:80/tcp`, `[::1]:8080:80`, or a range `8000-8010:8000-8010`.',
  },
  keys: ['PublishPort'],
  read: readPublishPort,
});
