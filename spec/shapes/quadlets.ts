// `systemd.quadlets`: Podman's units. They become plain files and links; nothing of them is left in Ignition JSON.
import { append, bool, list, shape, str } from '../dsl.ts';
import { contentsLocal } from './contents-local.ts';
import { notEmpty } from './patterns.ts';

const dropin = shape({
  contents: str({
    doc: 'Text of the drop-in.',
    example: '[Container]\nEnvironment=A=b\n',
    role: 'quadlet-text',
  }),
  contents_local: contentsLocal('the drop-in', 'quadlets/10-env.conf'),
  name: str({
    doc: 'File name of the drop-in; quadlets read those that end in `.conf`.',
    example: '10-env.conf',
    nullable: false,
    required: true,
    pattern: notEmpty,
  }),
});

export const quadlet = shape({
  contents: str({
    doc: 'Text of the quadlet file.',
    example: '[Container]\nImage=quay.io/fedora/httpd-24\n',
    role: 'quadlet-text',
  }),
  contents_local: contentsLocal('the quadlet', 'quadlets/web.container'),
  name: str({
    doc: 'File name of the quadlet. `name@instance.kind` makes a link to the template `name@.kind`.',
    example: 'web.container',
    nullable: false,
    required: true,
    suffixes: ['.container', '.volume', '.network', '.kube', '.image', '.build', '.pod', '.artifact'],
    role: 'quadlet-name',
  }),
  rootful: bool({
    doc: '`true` puts it below `/etc/containers/systemd` (run by root), `false` below `/etc/containers/systemd/users` (run for every user).',
    example: true,
    nullable: false,
    default: 'false.',
  }),
  dropins: list(dropin, append, {
    doc: 'Drop-in files for the quadlet.',
    example: [{ name: '10-env.conf', contents: '[Container]\nEnvironment=A=b\n' }],
  }),
});
