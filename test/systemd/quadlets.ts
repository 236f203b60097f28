// Quadlets as people write them, to be mutated: each is fine by itself.
import type { UnitInput } from './systemd-verify.ts';

const install = '\n[Install]\nWantedBy=multi-user.target default.target\n';

export const quadlets: readonly UnitInput[] = [
  {
    name: 'web.container',
    text: `[Unit]\nDescription=Web\nAfter=network-online.target\n\n[Container]\nImage=docker.io/library/nginx:1.27\nContainerName=web\nPublishPort=8080:80\nVolume=/srv/www:/usr/share/nginx/html:ro,Z\nEnvironment=A=b "C=d e"\nAutoUpdate=registry\nReadOnly=true\nUserNS=keep-id\n\n[Service]\nRestart=always\nTimeoutStartSec=900\n${install}`,
  },
  {
    name: 'job.container',
    text: `[Container]\nImage=quay.io/org/job:1\nExec=run --all \\\n  --fast\nUser=1000\nGroup=1000\nMount=type=bind,source=/etc/job,destination=/etc/job,ro=true\nSecret=token,type=env,target=TOKEN\nNetwork=host\nLabel=a=b\nHealthCmd=/bin/true\n\n[Service]\nType=oneshot\n`,
  },
  { name: 'data.volume', text: `[Volume]\nDevice=/dev/vdb\nType=ext4\nOptions=noatime\nLabel=a=b\n` },
  { name: 'back.network', text: `[Network]\nSubnet=10.1.0.0/24\nGateway=10.1.0.1\nInternal=true\nDNS=1.1.1.1\n` },
  {
    name: 'stack.kube',
    text: `[Kube]\nYaml=/etc/stack.yml\nPublishPort=80:80\n[Service]\nRestart=on-failure\n${install}`,
  },
  { name: 'base.image', text: `[Image]\nImage=quay.io/org/base:1\nArch=amd64\n` },
  {
    name: 'own.build',
    text: `[Build]\nImageTag=localhost/own\nFile=/etc/own/Containerfile\nForceRM=true\nEnvironment=A=b\n`,
  },
  { name: 'all.pod', text: `[Pod]\nPodName=all\nPublishPort=8443:443\nNetwork=host\nVolume=/a:/b\n${install}` },
];

/** What may be written instead of a key or a value. */
export const quadletKeys = [
  'Imag',
  'PublishPrt',
  'Restart',
  'ExecStart',
  'Image',
  'Rootfs',
  'Group',
  'X-Mine',
  'Type',
  'KillMode',
  'Pod',
  'ExposeHostPort',
];
export const quadletValues = [
  '',
  'yes',
  'nginx',
  'foo.volume:/x',
  'foo.network',
  'foo.image',
  'foo.pod',
  'simple',
  'none',
  '80x',
  'a b',
  '"open',
];
