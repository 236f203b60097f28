// The configs that "new config from template" starts from. Each compiles as it is (a test compiles them); what people have to put
// in their own words for is named in a comment.

export interface Template {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly fileName: string;
  readonly text: string;
}

const user = `passwd:
  users:
    - name: core
      ssh_authorized_keys:
        # Your public key, as in ~/.ssh/id_ed25519.pub.
        - ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyReplaceThisWithYourOwnPublicKey01 you@laptop
`;

const hostname = `storage:
  files:
    - path: /etc/hostname
      mode: 0644
      contents:
        inline: node1
`;

const container = `    - path: /etc/containers/systemd/web.container
      mode: 0644
      contents:
        inline: |
          [Unit]
          Description=A web server

          [Container]
          Image=quay.io/fedora/httpd-24:latest
          PublishPort=8080:8080

          [Install]
          WantedBy=multi-user.target
`;

const dataDisk = `  disks:
    - device: /dev/vdb
      wipe_table: true
      partitions:
        - label: data
          number: 1
  filesystems:
    - device: /dev/disk/by-partlabel/data
      format: xfs
      path: /var/data
      with_mount_unit: true
`;

export const templates: readonly Template[] = [
  {
    id: 'fcos',
    label: 'Fedora CoreOS',
    description: 'variant fcos: a user and a host name',
    fileName: 'node.bu',
    text: `variant: fcos\nversion: 1.6.0\n${user}${hostname}`,
  },
  {
    id: 'fcos-container',
    label: 'Fedora CoreOS with a container',
    description: 'a Quadlet that systemd runs with Podman',
    fileName: 'web.bu',
    text: `variant: fcos\nversion: 1.6.0\n${user}${hostname}${container}`,
  },
  {
    id: 'fcos-data',
    label: 'Fedora CoreOS with a data disk',
    description: 'a partition, its file system and mount unit',
    fileName: 'storage.bu',
    text: `variant: fcos\nversion: 1.6.0\n${user}${hostname}${dataDisk}`,
  },
  {
    id: 'fcos-mirror',
    label: 'Fedora CoreOS on a mirrored boot disk',
    description: 'two disks, either of which may fail',
    fileName: 'mirror.bu',
    text: `variant: fcos\nversion: 1.6.0\n${user}boot_device:\n  layout: x86_64\n  mirror:\n    devices:\n      - /dev/sda\n      - /dev/sdb\n`,
  },
  {
    id: 'flatcar',
    label: 'Flatcar Container Linux',
    description: 'variant flatcar: a user and a host name',
    fileName: 'node.bu',
    text: `variant: flatcar\nversion: 1.1.0\n${user}${hostname}`,
  },
  {
    id: 'openshift',
    label: 'OpenShift',
    description: 'variant openshift: a MachineConfig for workers',
    fileName: '99-worker-custom.bu',
    text: `variant: openshift
version: 4.18.0
metadata:
  name: 99-worker-custom
  labels:
    machineconfiguration.openshift.io/role: worker
storage:
  files:
    - path: /etc/motd.d/worker
      mode: 0644
      contents:
        inline: |
          This node is managed by the Machine Config Operator.
`,
  },
  {
    id: 'fiot',
    label: 'Fedora IoT',
    description: 'variant fiot: a user and a host name',
    fileName: 'device.bu',
    text: `variant: fiot\nversion: 1.0.0\n${user}${hostname}`,
  },
];
