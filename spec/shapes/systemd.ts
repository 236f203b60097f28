// The section `systemd`: units and their drop-ins.
import { append, bool, byKey, list, shape, since, str } from '../dsl.ts';
import { contentsLocal } from './contents-local.ts';
import { quadlet } from './quadlets.ts';

const unitText = { form: 'unit file syntax', role: 'unit-text' } as const;

const dropin = shape({
  contents: str({ doc: 'Text of the drop-in.', example: '[Service]\nEnvironment=A=b\n', ...unitText }),
  contents_local: contentsLocal('the drop-in', 'units/10-env.conf'),
  name: str({
    doc: 'File name of the drop-in.',
    example: '10-env.conf',
    nullable: false,
    required: true,
    suffixes: ['.conf'],
  }),
});

const unit = shape({
  contents: str({ doc: 'Text of the unit file.', example: '[Service]\nExecStart=/bin/true\n', ...unitText }),
  contents_local: contentsLocal('the unit', 'units/app.service'),
  dropins: list(dropin, byKey('name'), {
    doc: 'Drop-in files that change parts of the unit.',
    example: [{ name: '10-env.conf', contents: '[Service]\nEnvironment=A=b\n' }],
  }),
  enabled: bool({
    doc: '`true` enables the unit, `false` disables it, absent leaves it to the presets. Enabling needs an `[Install]` section.',
    example: true,
    default: 'What the presets say.',
  }),
  mask: bool({
    doc: '`true` masks the unit so that it cannot start; `false` lifts a mask.',
    example: true,
    default: 'Neither.',
    voids: 'enabled',
  }),
  name: str({
    doc: 'Full unit name with its type suffix.',
    example: 'app.service',
    nullable: false,
    required: true,
    suffixes: [
      '.service',
      '.socket',
      '.device',
      '.mount',
      '.automount',
      '.swap',
      '.target',
      '.path',
      '.timer',
      '.snapshot',
      '.slice',
      '.scope',
    ],
    role: 'unit-name',
  }),
});

export const systemd = shape({
  units: list(unit, byKey('name'), {
    doc: 'systemd units to write, extend, enable or mask.',
    example: [
      {
        name: 'app.service',
        enabled: true,
        contents: '[Service]\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n',
      },
    ],
  }),
  quadlets: list(quadlet, append, {
    doc: 'Podman quadlet files: containers, volumes, networks and more as units.',
    example: [{ name: 'web.container', rootful: true, contents: '[Container]\nImage=quay.io/fedora/httpd-24\n' }],
    gate: since('3.7.0'),
    sourceOnly: true,
  }),
});
