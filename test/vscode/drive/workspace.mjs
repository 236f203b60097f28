// The files of the workspace that the tests open, written anew for each run: the editor saves some of them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyReplaceThisWithYourOwnPublicKey01 you@laptop';

/** A config with something for each tab of the preview. */
export const machine = `variant: fcos
version: 1.6.0
passwd:
  users:
    - name: core
      groups:
        - wheel
      ssh_authorized_keys:
        - ${key}
    - name: backup
      password_hash: $y$j9T$abc$def
storage:
  disks:
    - device: /dev/sda
      partitions:
        - label: root
          number: 4
          size_mib: 16384
          resize: true
        - label: var
          number: 5
          size_mib: 49152
        - label: scratch
          number: 6
    - device: /dev/sdb
      wipe_table: true
      partitions:
        - label: data-1
          size_mib: 32768
        - label: swap
          size_mib: 4096
    - device: /dev/sdc
      wipe_table: true
      partitions:
        - label: data-2
          size_mib: 32768
  raid:
    - name: data
      level: raid1
      devices:
        - /dev/disk/by-partlabel/data-1
        - /dev/disk/by-partlabel/data-2
  luks:
    - name: data
      device: /dev/md/data
      clevis:
        tpm2: true
  filesystems:
    - device: /dev/disk/by-partlabel/var
      format: xfs
      path: /var
      with_mount_unit: true
    - device: /dev/mapper/data
      format: ext4
      path: /var/data
      with_mount_unit: true
    - device: /dev/disk/by-partlabel/swap
      format: swap
      with_mount_unit: true
  files:
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: node1
    - path: /etc/containers/systemd/web.container
      mode: 0644
      contents:
        inline: |
          [Unit]
          Description=A web server

          [Container]
          Image=quay.io/fedora/httpd-24:latest

          [Install]
          WantedBy=multi-user.target
    - path: /usr/local/bin/hello
      mode: 0755
      user:
        name: core
      contents:
        inline: |
          #!/usr/bin/env bash
          echo hello
  links:
    - path: /etc/localtime
      target: ../usr/share/zoneinfo/Europe/Zurich
systemd:
  units:
    - name: backup.service
      enabled: true
      contents: |
        [Unit]
        Description=Backup

        [Service]
        Type=oneshot
        ExecStart=/usr/local/bin/hello

        [Install]
        WantedBy=multi-user.target
    - name: zincati.service
      dropins:
        - name: 10-quiet.conf
          contents: |
            [Service]
            Environment=ZINCATI_VERBOSITY=-q
`;

const head = 'variant: fcos\nversion: 1.5.0\n';
const hostname = (name) =>
  `${head}storage:\n  files:\n    - path: /etc/hostname\n      mode: 0644\n      contents:\n        inline: ${name}\n`;

/** 5 MB in 11,000 files. */
function long() {
  const file = (index) =>
    `    - path: /etc/f${index}\n      mode: 0644\n      contents:\n        inline: "${'x'.repeat(400)}"\n`;
  return `${head}storage:\n  files:\n${Array.from({ length: 11_000 }, (_, index) => file(index)).join('')}`;
}

const files = {
  'machine.bu': machine,
  'faulty.bu': `${head}storage:\n  files:\n    - path: etc/motd\n      mode: 0644\n      contents:\n        inline: hello\n`,
  'closed.bu': `${head}storage:\n  files:\n    - path: relative\n`,
  'config.yaml': `# Found by its head.\n${hostname('yaml')}`,
  'plain.yaml': 'kind: Deployment\nversion: 1\n',
  'no-extension': `${hostname('none')}`,
  'local.bu': `${head}storage:\n  files:\n    - path: /etc/motd\n      mode: 0644\n      contents:\n        local: motd.txt\n`,
  'made.ign': '{ "ignition": { "version": "3.4.0" } }\n',
  'long.bu': long(),
  'notes.txt': 'nothing for us\n',
  'key.pub': `${key}\n`,
  'motd.txt': 'hello\n',
  'kindling.yaml': `fragments:
  - base.d/*.bu
targets:
  - name: node-1
    fragments: [hosts/node-1.bu]
    output: out/node-1.ign
  - name: node-2
    fragments: [hosts/node-2.bu]
    output: out/node-2.ign
  - name: node-3
    fragments: [hosts/node-1.bu, hosts/node-3.bu]
    output: out/node-3.ign
`,
  'base.d/10-base.bu': `${head}passwd:\n  users:\n    - name: core\n      ssh_authorized_keys:\n        - ${key}\n`,
  'hosts/node-1.bu': hostname('node-1'),
  'hosts/node-3.bu': hostname('node-3'),
  'hosts/node-2.bu': hostname('node-2').replace('/etc/hostname', 'etc/hostname'),
};

/** A second folder for a workspace of several: a project of its own, below its root, and a config with a fault of its own. */
const second = {
  'faulty.bu': files['faulty.bu'].replace('etc/motd', 'etc/issue'),
  'closed.bu': files['closed.bu'],
  'cluster/kindling.yaml': 'targets:\n  - name: other\n    fragments: [other.bu]\n',
  'cluster/other.bu': hostname('other'),
};

export function writeWorkspace(folder) {
  writeFiles(folder, files);
}

/** Writes two folders and the file that makes them one workspace; gives its path. */
export function writeTwoFolders(home) {
  writeFiles(join(home, 'workspace'), files);
  writeFiles(join(home, 'second'), second);
  const path = join(home, 'both.code-workspace');
  writeFileSync(path, JSON.stringify({ folders: [{ path: 'workspace' }, { path: 'second' }] }));
  return path;
}

function writeFiles(folder, texts) {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
