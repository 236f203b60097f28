// What the image-based edge systems refuse alike: their installer sets up disks and kernel arguments, Ignition does not.
import type { FilterRule, Layer } from '../../model.ts';

/** The rules, for one of these systems. */
export function noDiskSetup(layer: Layer): readonly FilterRule[] {
  const gate = { [layer]: {} };
  const installer = 'the disk is set up by the installer, before Ignition runs';
  return [
    {
      gate,
      path: 'kernel_arguments',
      code: 'kernel-arguments-unsupported',
      when: 'not-empty',
      reason: 'kernel arguments are part of the image and cannot be changed while provisioning',
    },
    { gate, path: 'storage.disks', code: 'disks-unsupported', when: 'not-empty', reason: installer },
    { gate, path: 'storage.filesystems', code: 'filesystems-unsupported', when: 'not-empty', reason: installer },
    { gate, path: 'storage.luks', code: 'luks-unsupported', when: 'not-empty', reason: installer },
    { gate, path: 'storage.raid', code: 'raid-unsupported', when: 'not-empty', reason: installer },
  ];
}
