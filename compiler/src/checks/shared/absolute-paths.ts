// The fields that hold an absolute path in shortest form.

/** Paths on the machine. */
export const pathFields = [
  'storage.files[].path',
  'storage.directories[].path',
  'storage.links[].path',
  'storage.filesystems[].path',
] as const;

/** Devices, which are paths as well. */
export const deviceFields = [
  'storage.disks[].device',
  'storage.filesystems[].device',
  'storage.luks[].device',
  'storage.raid[].devices[]',
] as const;
