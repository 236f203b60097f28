// The words that keys of quadlets take, as Podman's own readers know them.

export interface QuadletWords {
  /** Proposed by completion. */
  readonly words: readonly string[];
  /** Taken as well, and not proposed: older names, and names that only Podman's source knows. */
  readonly also?: readonly string[];
  /** Upper and lower case are the same. */
  readonly anyCase?: true;
  /** The spellings of a boolean are values, too. */
  readonly orBoolean?: true;
  /** An absolute path is a value, too. */
  readonly orPath?: true;
  /** The generator itself refuses other values; otherwise it is Podman, when the service starts. */
  readonly fatal?: true;
  /** What other words lead to, where it is not that Podman refuses them. */
  readonly otherwise?: string;
}

const pull: QuadletWords = {
  words: ['always', 'missing', 'never', 'newer'],
  also: ['ifmissing', 'ifnotpresent', 'ifnewer'],
  anyCase: true,
};
const logDriver: QuadletWords = {
  words: ['journald', 'k8s-file', 'json-file', 'none', 'passthrough'],
  also: ['passthrough-tty'],
};
const remapUsers: QuadletWords = { words: ['auto', 'keep-id', 'manual'], fatal: true };

/** By section and key: podman-systemd.unit(5), podman-run(1), and the readers in Podman's source. */
export const quadletWords: { readonly [sectionAndKey: string]: QuadletWords } = {
  'Container.AutoUpdate': {
    words: ['registry', 'local'],
    also: ['image', 'disabled'],
    otherwise: '`podman auto-update` then fails',
  },
  'Container.CgroupsMode': { words: ['enabled', 'disabled', 'no-conmon', 'split'] },
  'Container.HealthLogDestination': { words: ['local', 'events_logger'], orPath: true },
  'Container.HealthOnFailure': { words: ['none', 'kill', 'restart', 'stop'] },
  'Container.LogDriver': logDriver,
  'Container.Notify': { words: ['healthy'], anyCase: true, orBoolean: true, otherwise: 'it counts as `false`' },
  'Container.Pull': pull,
  'Container.RemapUsers': remapUsers,
  'Pod.ExitPolicy': { words: ['continue', 'stop'] },
  'Pod.RemapUsers': remapUsers,
  'Kube.ExitCodePropagation': { words: ['all', 'any', 'none'] },
  'Kube.LogDriver': logDriver,
  'Kube.RemapUsers': remapUsers,
  'Kube.SetWorkingDirectory': { words: ['yaml', 'unit'], anyCase: true, fatal: true },
  'Image.Policy': pull,
  'Build.Pull': { ...pull, orBoolean: true },
};
