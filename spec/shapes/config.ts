// The root of the superset tree: every field of every Butane spec and of every Ignition version, each with its gate. The
// order is that of Ignition JSON; fields that only the source knows stand beside what they become.
import { type Infer, shape, shaped, since, str } from '../dsl.ts';
import { bootDevice } from './boot-device.ts';
import { grub } from './grub.ts';
import { ignition } from './ignition.ts';
import { kernelArguments } from './kernel-arguments.ts';
import { metadata, roleLabel } from './metadata.ts';
import { openshift } from './openshift.ts';
import { passwd } from './passwd.ts';
import { storage } from './storage.ts';
import { systemd } from './systemd.ts';

const exampleMetadata = { name: '99-worker-custom', labels: { [roleLabel]: 'worker' } };

export const config = shape({
  variant: str({
    doc: 'Operating system family that the config is for; together with `version` it selects the rules.',
    example: 'fcos',
    nullable: false,
    sourceOnly: true,
    required: true,
    values: [
      { value: 'fcos', doc: 'Fedora CoreOS.' },
      { value: 'flatcar', doc: 'Flatcar Container Linux.' },
      { value: 'openshift', doc: 'OpenShift nodes (Red Hat Enterprise Linux CoreOS); the output is a MachineConfig.' },
      { value: 'r4e', doc: 'Red Hat Enterprise Linux for Edge.' },
      { value: 'fiot', doc: 'Fedora IoT.' },
    ],
    form: 'lower case',
  }),
  version: str({
    doc: 'Version of the config language of the chosen variant.',
    example: '1.7.0',
    nullable: false,
    sourceOnly: true,
    required: true,
    form: 'three numbers, and `-experimental` where the version is not finished',
  }),
  ignition: shaped(ignition, {
    doc: 'Settings for Ignition itself: other configs to combine, timeouts, certificates, proxy.',
    example: { config: { merge: [{ source: 'https://example.com/base.ign' }] } },
  }),
  kernel_arguments: shaped(kernelArguments, {
    doc: 'Kernel arguments that must be on, or must not be on, the kernel command line.',
    example: { should_exist: ['mitigations=auto'] },
    gate: since('3.3.0'),
  }),
  passwd: shaped(passwd, {
    doc: 'Users and groups of the machine.',
    example: { users: [{ name: 'core', ssh_authorized_keys_local: ['keys/me.pub'] }] },
  }),
  storage: shaped(storage, {
    doc: 'Disks, file systems, files, directories and links.',
    example: { files: [{ path: '/etc/hostname', contents: { inline: 'node1\n' } }] },
  }),
  systemd: shaped(systemd, {
    doc: 'systemd units and Podman quadlets.',
    example: { units: [{ name: 'sshd.service', enabled: true }] },
  }),
  boot_device: shaped(bootDevice, {
    doc: 'Mirroring and encryption of the boot disk.',
    example: { layout: 'x86_64', luks: { tpm2: true } },
    gate: since('1.3.0', 'fcos'),
    sourceOnly: true,
  }),
  grub: shaped(grub, {
    doc: 'GRUB boot loader settings.',
    example: { users: [{ name: 'root', password_hash: 'grub.pbkdf2.sha512.10000.5F3C9A7B.0E4D11A8' }] },
    gate: since('1.5.0', 'fcos'),
    sourceOnly: true,
  }),
  metadata: shaped(metadata, {
    doc: 'Name and labels of the MachineConfig.',
    example: exampleMetadata,
    gate: { openshift: {} },
    required: true,
  }),
  openshift: shaped(openshift, {
    doc: 'Settings that the Machine Config Operator applies beside the Ignition config; raw mode drops them.',
    example: { kernel_arguments: ['nosmt'] },
    gate: { openshift: {} },
  }),
});

/** A config as plain data: the superset of all specs. Which of its fields exist is a matter of gates. */
export type Config = Infer<typeof config>;
