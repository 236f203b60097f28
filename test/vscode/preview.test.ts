// What the preview says of a config: files, units, users, and the layout of disks.
import { expect, test } from 'vitest';
import { analyze } from '../../compiler/src/analyze.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { type Preview, previewOf } from '../../compiler/src/preview/preview.ts';
import { readDocument } from '../../compiler/src/read-document.ts';

function previewed(body: string, header = 'variant: fcos\nversion: 1.5.0\n'): Preview {
  const document = readDocument(header + body, 'a.bu');
  const { config, diagnostics } = analyze(document, { inputs: mapInputs({}) });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (config === undefined) throw new Error('the config has no spec');
  return previewOf(config);
}

/** Without places, which have their own test. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, member) => (key === 'source' ? undefined : member)));
}

test('files come by path, with owner, mode, size, contents', () => {
  const { files } = previewed(`storage:
  files:
    - path: /etc/motd
      mode: 0640
      user: {name: core}
      group: {id: 10}
      overwrite: true
      contents: {inline: "héllo"}
    - path: /etc/remote
      contents: {source: https://example.com/x}
      append: [{inline: more}]
    - path: /etc/bytes
      contents: {source: "data:;base64,AAE="}
  directories: [{path: /etc/app.d, mode: 0755}]
  links: [{path: /etc/localtime, target: ../usr/share/zoneinfo/UTC}]
`);
  expect(plain(files)).toEqual([
    { kind: 'directory', path: '/etc/app.d', mode: 0o755 },
    { kind: 'file', path: '/etc/bytes', contents: { size: 2, base64: 'AAE=' } },
    { kind: 'link', path: '/etc/localtime', target: '../usr/share/zoneinfo/UTC' },
    {
      kind: 'file',
      path: '/etc/motd',
      mode: 0o640,
      user: 'core',
      group: '10',
      overwrite: true,
      contents: { size: 6, text: 'héllo' },
    },
    { kind: 'file', path: '/etc/remote', contents: { url: 'https://example.com/x' }, appended: 1 },
  ]);
});

test('a thing leads to its place, and says which sugar made it', () => {
  const text = `storage:
  filesystems:
    - {device: /dev/disk/by-partlabel/var, format: xfs, path: /var, with_mount_unit: true}
`;
  const { units } = previewed(text);
  expect(units).toHaveLength(1);
  expect(units[0]).toMatchObject({ kind: 'unit', name: 'var.mount', by: 'with_mount_unit', enabled: true });
  expect(units[0]?.source.uri).toBe('a.bu');
});

test('units have their drop-ins behind them, quadlets are units too', () => {
  const { units } = previewed(
    `systemd:
  units:
    - name: a.service
      mask: true
      dropins: [{name: 10.conf, contents: "[Unit]\\n"}]
  quadlets:
    - {name: web.container, rootful: true, contents: "[Container]\\nImage=quay.io/x/y:1\\n"}
`,
    'variant: fcos\nversion: 1.8.0-experimental\n',
  );
  const quadlet = { size: 32, text: '[Container]\nImage=quay.io/x/y:1\n' };
  expect(plain(units)).toEqual([
    { kind: 'unit', name: 'a.service', masked: true },
    { kind: 'drop-in', name: '10.conf', unit: 'a.service', contents: { size: 7, text: '[Unit]\n' } },
    { kind: 'quadlet', name: 'web.container', by: 'quadlets', contents: quadlet },
  ]);
});

test('users have no secrets', () => {
  const { users, groups } = previewed(`passwd:
  users:
    - name: core
      uid: 1000
      groups: [wheel]
      password_hash: $y$secret
      ssh_authorized_keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyReplaceThisWithYourOwnPublicKey01 me@host"]
  groups: [{name: app, gid: 500}]
`);
  expect(plain(users)).toEqual([
    {
      name: 'core',
      uid: 1000,
      groups: ['wheel'],
      hasPassword: true,
      keys: [{ kind: 'ssh-ed25519', comment: 'me@host' }],
    },
  ]);
  expect(plain(groups)).toEqual([{ name: 'app', gid: 500 }]);
});

test('a mirrored, encrypted boot disk: partitions, arrays of them, encryption and file systems on those', () => {
  const { volumes } = previewed(`boot_device:
  luks: {tpm2: true}
  mirror: {devices: [/dev/sda, /dev/sdb]}
storage:
  disks:
    - device: /dev/sdc
      wipe_table: true
      partitions:
        - {label: data, size_mib: 1000}
        - {number: 2}
  luks: [{name: data, device: /dev/disk/by-partlabel/data, clevis: {tang: [{url: "http://t", thumbprint: x}]}}]
  filesystems:
    - {device: /dev/mapper/data, format: ext4, path: /var/data}
    - {device: /dev/sdc2, format: swap}
    - {device: /dev/disk/by-label/old, format: ext4, path: /var/old}
`);
  expect(volumes.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'disk /dev/sda',
    'disk /dev/sdb',
    'disk /dev/sdc',
    'raid md-boot',
    'raid md-root',
    'device /dev/disk/by-label/old',
  ]);
  const [sda, , sdc, , root] = volumes;
  const member = sda?.pieces.find(({ label }) => label === 'root-1');
  expect(member?.layers[0]).toMatchObject({ kind: 'raid-member', name: 'md-root' });
  expect(root?.members).toContain(member?.id);
  expect(root?.pieces[0]?.layers.map(({ kind }) => kind)).toEqual(['luks', 'filesystem']);
  expect(plain(sdc?.pieces)).toEqual([
    {
      id: 'partition /dev/sdc 0',
      label: 'data',
      sizeMib: 1000,
      layers: [
        { kind: 'luks', name: 'data', unlock: ['tang'] },
        { kind: 'filesystem', format: 'ext4', path: '/var/data' },
      ],
    },
    { id: 'partition /dev/sdc 1', number: 2, layers: [{ kind: 'swap', format: 'swap' }] },
  ]);
});

test('names of partitions as the kernel and udev make them', () => {
  const { volumes } = previewed(`storage:
  disks:
    - device: /dev/nvme0n1
      partitions: [{number: 1}]
    - device: /dev/disk/by-id/x
      partitions: [{number: 2, label: "a b"}]
  filesystems:
    - {device: /dev/nvme0n1p1, format: xfs, path: /var/a}
    - {device: /dev/disk/by-id/x-part2, format: xfs, path: /var/b}
`);
  expect(volumes.map(({ pieces }) => pieces.map(({ layers }) => layers[0]?.path))).toEqual([['/var/a'], ['/var/b']]);
});

test('a config with faults shows what is there, and a volume on itself ends', () => {
  const text =
    'variant: fcos\nversion: 1.5.0\nstorage:\n  luks: [{name: a, device: /dev/mapper/a}]\n  files: [{path: x}]\n';
  const { config } = analyze(readDocument(text, 'a.bu'), {});
  expect(config && previewOf(config).files).toHaveLength(1);
});
