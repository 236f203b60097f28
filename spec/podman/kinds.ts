// The kinds of quadlets: their own section, the release that first knew them, and the names of the services made of them.
import type { QuadletEnding } from '../unit-endings.ts';

export interface QuadletKind {
  readonly section: string;
  readonly since: string;
  /** What stands between the name and `.service` in the name of the service: `db.volume` makes `db-volume.service`. */
  readonly suffix: string;
}

export const quadletKinds: { readonly [kind: string]: QuadletKind } = {
  container: { section: 'Container', since: '4.4', suffix: '' },
  volume: { section: 'Volume', since: '4.4', suffix: '-volume' },
  network: { section: 'Network', since: '4.4', suffix: '-network' },
  kube: { section: 'Kube', since: '4.4', suffix: '' },
  image: { section: 'Image', since: '4.8', suffix: '-image' },
  pod: { section: 'Pod', since: '5.0', suffix: '-pod' },
  build: { section: 'Build', since: '5.2', suffix: '-build' },
  artifact: { section: 'Artifact', since: '5.7', suffix: '-artifact' },
} satisfies Record<QuadletEnding, QuadletKind>;

/** Keys that are on or off. */
export const booleanKeys: ReadonlySet<string> = new Set([
  ...'AllTags Copy DefaultDependencies DisableDNS EnvironmentHost ForceRM HttpProxy Internal IPv6 KubeDownForce'.split(
    ' ',
  ),
  ...'NetworkDeleteOnStop NoNewPrivileges Quiet ReadOnly ReadOnlyTmpfs RunInit SecurityLabelDisable'.split(' '),
  ...'SecurityLabelNested StartWithPod TLSVerify VolatileTmp'.split(' '),
]);

/** What the common keys are for. */
export const quadletDocs: { readonly [key: string]: string } = {
  Container: 'A container that Podman runs as a service.',
  Pod: 'A pod: containers that share a network.',
  Volume: 'A named volume, made before it is first used.',
  Network: 'A network, made before it is first used.',
  Kube: 'Kubernetes YAML that Podman plays.',
  Image: 'An image that is pulled once and that others name.',
  Build: 'An image that is built on the machine.',
  Artifact: 'An OCI artifact that is pulled.',
  Quadlet: 'What counts for the generator itself.',
  'Container.Image':
    'The image with its registry, such as `quay.io/org/app:1.2`, or a quadlet ending in `.image` or `.build`.',
  'Container.Exec': 'Arguments of the container; they take the place of the image’s own command.',
  'Container.Entrypoint': 'The program to run instead of the image’s own.',
  'Container.Rootfs': 'A directory to run instead of an image.',
  'Container.ContainerName': 'The name of the container; `systemd-` and the unit’s name otherwise.',
  'Container.AutoUpdate': '`registry` lets `podman auto-update` fetch newer images, `local` looks only on the machine.',
  'Container.Notify': '`yes` when the container itself says that it is up, `healthy` to wait for its health check.',
  'Container.Pod': 'The quadlet of the pod that the container joins, ending in `.pod`.',
  'Volume.VolumeName': 'The name of the volume; `systemd-` and the unit’s name otherwise.',
  'Network.NetworkName': 'The name of the network; `systemd-` and the unit’s name otherwise.',
  'Network.Subnet': 'The range of addresses, such as `10.88.0.0/16`.',
  'Kube.Yaml': 'The file with the YAML, absolute or beside the quadlet.',
  'Build.ImageTag': 'The name of the image that is built.',
  'Build.File': 'The Containerfile; a relative path needs `SetWorkingDirectory=`.',
  'Image.Image': 'The image to pull, with its registry.',
  PublishPort: 'Ports of the host that lead into the container: `8080:80`, `127.0.0.1:8080:80/tcp`.',
  'Container.Volume': 'Something to mount: `/host/path:/path:Z`, or a quadlet ending in `.volume`.',
  Mount: 'A mount in long form: `type=bind,source=/a,destination=/b`.',
  Environment: 'Variables, as `NAME=value`; quote those that have blanks.',
  EnvironmentFile: 'A file with variables, absolute or beside the quadlet.',
  Secret: 'A secret of Podman: its name, and options such as `type=env,target=NAME`.',
  UserNS: 'How users are mapped: `auto`, `keep-id`, `nomap`, `host`.',
  PodmanArgs: 'Further arguments of Podman, for what has no key of its own.',
  ServiceName: 'The name of the service that is made, without `.service`.',
  Label: 'Labels, as `name=value`.',
  HealthCmd: 'The command that says whether the container is well.',
};
