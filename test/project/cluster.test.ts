// The cluster of the examples: one command builds its six machines, and each of ten contradictions put into it gives the right
// report, with the places in all fragments that contribute.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BuiltTarget, buildTarget, loadProject } from '../../compiler/cli/project/build-target.ts';
import { FragmentFiles } from '../../compiler/cli/project/fragment-files.ts';

const example = fileURLToPath(new URL('../../examples/cluster/', import.meta.url));
const machines = ['control-1', 'control-2', 'control-3', 'worker-1', 'worker-2', 'worker-3'];
const head = 'variant: fcos\nversion: 1.6.0\n';

async function build(folder: string): Promise<readonly BuiltTarget[]> {
  const project = loadProject(join(folder, 'kindling.yaml'));
  expect(project.diagnostics).toEqual([]);
  const files = new FragmentFiles({ filesDir: 'auto' });
  return Promise.all(project.targets.map((target) => buildTarget(target, project, files)));
}

/** A copy of the example with more files. */
function copyWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(example, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

test('all six machines are built, and only the one that says so overrides something', async () => {
  const built = await build(example);
  expect(built.map(({ target, printed }) => [target.name, printed !== undefined])).toEqual(
    machines.map((name) => [name, true]),
  );
  const notes = built.flatMap(({ target, diagnostics }) =>
    diagnostics.map(({ code, severity }) => [target.name, code, severity]),
  );
  expect(notes).toEqual([['worker-3', 'conflict-value', 'note']]);
  const worker = JSON.parse(built.at(-1)?.printed?.text ?? '');
  expect(worker.systemd.units.map(({ name }: { name: string }) => name)).toEqual([
    'docker.service',
    'k3s-prepare.service',
    'k3s.service',
    'var-lib-longhorn.mount',
    'var-lib-rancher.mount',
  ]);
});

const unit = (name: string, member: string): string => `systemd:\n  units:\n    - name: ${name}\n      ${member}\n`;
const storage = (text: string): string => `storage:\n${text.replaceAll(/^/gm, '  ')}\n`;

/** What is put into the cluster, the machines that suffer, the code, and the other fragment that contributes. */
const contradictions: readonly (readonly [
  what: string,
  path: string,
  text: string,
  machines: readonly string[],
  code: string,
  other: string,
])[] = [
  [
    'another mode of a file',
    'base.d/50.bu',
    storage('files:\n  - path: /etc/sysctl.d/90-k3s.conf\n    mode: 0600'),
    machines,
    'conflict-value',
    'base.d/20-network.bu',
  ],
  [
    'a link where a directory is',
    'base.d/50.bu',
    storage('links:\n  - path: /etc/rancher/k3s\n    target: /opt/k3s'),
    machines,
    'conflict-node-kind',
    'base.d/40-k3s.bu',
  ],
  [
    'a file over a unit',
    'base.d/50.bu',
    storage('files:\n  - path: /etc/systemd/system/k3s-prepare.service'),
    machines,
    'conflict-unit-file',
    'base.d/40-k3s.bu',
  ],
  [
    'a second text of a unit',
    'roles/worker.d/50.bu',
    unit('k3s.service', 'contents: "[Service]\\nExecStart=/bin/true\\n"'),
    machines.slice(3),
    'conflict-unit-name',
    'roles/worker.d/10-k3s.bu',
  ],
  [
    'a masked unit is enabled',
    'roles/control.d/50.bu',
    unit('docker.service', 'enabled: true'),
    machines.slice(0, 3),
    'conflict-unit-masked',
    'base.d/30-updates.bu',
  ],
  [
    'a uid that is taken',
    'roles/control.d/50.bu',
    'passwd:\n  users:\n    - name: backup\n      uid: 2001\n',
    machines.slice(0, 3),
    'conflict-uid',
    'roles/control.d/20-etcd.bu',
  ],
  [
    'a kernel argument is unwanted',
    'base.d/50.bu',
    'kernel_arguments:\n  should_not_exist: [mitigations=auto]\n',
    machines,
    'conflict-kernel-argument',
    'base.d/40-k3s.bu',
  ],
  [
    'a partition on top of others',
    'roles/worker.d/50.bu',
    storage(
      'disks:\n  - device: /dev/disk/by-id/virtio-data\n    partitions:\n      - number: 3\n        label: logs\n        start_mib: 40000\n        size_mib: 1000',
    ),
    machines.slice(3),
    'conflict-partition-overlap',
    'storage/data-disk.bu',
  ],
  [
    'a device of the mirror is used elsewhere',
    'roles/control.d/50.bu',
    storage('filesystems:\n  - device: /dev/disk/by-id/virtio-state-b\n    format: ext4'),
    machines.slice(0, 3),
    'conflict-device',
    'storage/mirror.bu',
  ],
  [
    'something is mounted at one path',
    'roles/worker.d/50.bu',
    storage('filesystems:\n  - device: /dev/vdz\n    format: ext4\n    path: /var/lib/longhorn'),
    machines.slice(3),
    'conflict-mount-path',
    'storage/data-disk.bu',
  ],
];

describe('contradictions put into it', () => {
  test.each(contradictions)('%s', async (_, path, text, suffering, code, other) => {
    const folder = copyWith({ [path]: head + text });
    const built = await build(folder);
    const failed = built.filter(({ printed }) => printed === undefined);
    expect(failed.map(({ target }) => target.name)).toEqual(suffering);
    for (const { diagnostics } of failed) {
      const errors = diagnostics.filter(({ severity }) => severity === 'error');
      expect(errors.map((each) => each.code)).toEqual([code]);
      const places = errors.flatMap(({ location, notes = [] }) => [
        location,
        ...notes.flatMap((note) => note.location ?? []),
      ]);
      const named = new Set(places.map(({ uri }) => uri));
      expect(named).toEqual(new Set([join(folder, path), join(folder, other)]));
      // Each place is something that stands in its file.
      for (const { uri, range } of places) expect(readFileSync(uri, 'utf8').slice(range.start, range.end)).not.toBe('');
    }
  });

  test('there are ten of them', () => {
    expect(contradictions).toHaveLength(10);
  });
});
