// The endings of unit names, without their dot. Apart from the readers, so that claiming a text loads nothing.

export const unitSuffixes: readonly string[] = [
  'service',
  'socket',
  'target',
  'device',
  'mount',
  'automount',
  'swap',
  'timer',
  'path',
  'slice',
  'scope',
];
