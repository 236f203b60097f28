// The endings of the names of units and of Quadlets, without their dot. Apart from all that is known of them, so that claiming a
// text loads nothing else. See systemd.unit(5) and podman-systemd.unit(5).

export const unitEndings: readonly string[] = [
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

const quadlets = ['container', 'volume', 'network', 'kube', 'image', 'build', 'pod', 'artifact'] as const;

export type QuadletEnding = (typeof quadlets)[number];

export const quadletEndings: readonly string[] = quadlets;
