// The forms of the values of quadlets: ports, mounts, volumes, secrets, networks, mappings of users. What has a specifier in it
// becomes known on the machine only and is left alone.
import { nearest } from '../../text/edit-distance.ts';
import { isIpv6 } from '../unit-syntax/values/addresses.ts';
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from '../unit-syntax/values/fault.ts';

/** A reader that leaves values with specifiers and variables alone. */
function plain(read: ValueReader): ValueReader {
  return (value) => (hasSpecifier(value) || value.includes('$') ? undefined : read(value));
}

const portForm = 'write `8080:80`, `127.0.0.1:8080:80/tcp` or `8000-8010:8000-8010`';

export const readPublishPort = plain((value) => {
  const [ports = '', protocol, ...more] = value.split('/');
  if (more.length > 0 || (protocol !== undefined && !/^(tcp|udp|sctp)$/i.test(protocol))) {
    const at = ports.length + 1;
    return {
      start: at,
      end: value.length,
      message: `${shown(value.slice(at))} is no protocol; write \`tcp\`, \`udp\` or \`sctp\``,
    };
  }
  const [, address, rest = ''] = /^(?:(\[[^\]]*\]|(?=[^:]*[.*])[^:]*):)?(.*)$/.exec(ports) ?? [];
  if (address?.startsWith('[') && !isIpv6(address.slice(1, -1)))
    return wholeFault(value, `${shown(address)} is no IPv6 address; ${portForm}`);
  const parts = rest.split(':');
  const [last = ''] = parts.slice(-1);
  const host = parts.length > 1 ? parts.at(-2) : undefined;
  if (parts.length > (address === undefined ? 3 : 2))
    return wholeFault(value, `${shown(value)} has too many colons; ${portForm}`);
  // A name that stands for an address is left to Podman.
  if (!isPorts(last) || (host !== undefined && host !== '' && !isPorts(host))) {
    return wholeFault(value, `${shown(value)} is no port to publish; ${portForm}`);
  }
  if (host && width(host) !== width(last))
    return wholeFault(value, 'the two ranges of ports have not the same length; make them so');
  return undefined;
});

function isPorts(text: string): boolean {
  const [, from = '', to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return from !== '' && Number(from) <= 65535 && Number(to) <= 65535 && Number(to) >= Number(from);
}

function width(range: string): number {
  const [from = '0', to = from] = range.split('-');
  return Number(to) - Number(from);
}

export const readExposePort: ValueReader = (value) =>
  /^\d+(-\d+)?(\/udp|\/tcp)?$/.test(value.trim())
    ? undefined
    : wholeFault(value, `${shown(value)} is no port; write \`80\`, \`8000-8010\` or \`53/udp\``);

const mountTypes = ['bind', 'volume', 'tmpfs', 'image', 'glob', 'ramfs', 'devpts', 'artifact'];

export const readMount = plain((value) => {
  const options = value.split(',').map((part) => part.split('='));
  const type = options.find(([key]) => key === 'type')?.[1] ?? 'volume';
  if (!mountTypes.includes(type)) {
    const meant = nearest(type, mountTypes);
    const start = Math.max(0, value.indexOf(type, value.indexOf('type=') + 5));
    const message = `${shown(type)} is no type of a mount; ${meant ? `did you mean \`${meant}\`?` : 'write `bind`, `volume`, `tmpfs` or `image`'}`;
    return { start, end: start + type.length, message };
  }
  const has = (...keys: readonly string[]): boolean =>
    options.some(([key = '', text = '']) => keys.includes(key) && text !== '');
  if (!['devpts', 'ramfs'].includes(type) && !has('destination', 'dst', 'target') && !value.includes('"')) {
    return wholeFault(value, 'it does not say where to mount; add `destination=` with a path inside the container');
  }
  if (['bind', 'glob', 'image', 'artifact'].includes(type) && !has('source', 'src')) {
    return wholeFault(value, `a mount of type \`${type}\` needs \`source=\`; add it`);
  }
  return undefined;
});

const volumeOptions = [
  ...'rw ro z Z O U exec noexec dev nodev suid nosuid bind rbind shared rshared slave rslave private rprivate'.split(
    ' ',
  ),
  ...'unbindable runbindable copy nocopy noatime idmap no-dereference'.split(' '),
];

export const readVolume = plain((value) => {
  const parts = value.split(':');
  if (parts.length > 3)
    return wholeFault(value, `${shown(value)} has too many colons; write \`SOURCE:DESTINATION:OPTIONS\``);
  const [source = '', destination, options] = parts;
  const inner = destination ?? source;
  if (destination === undefined && !source.startsWith('/')) {
    return wholeFault(value, `${shown(source)} is no path inside the container; write \`SOURCE:/path\``);
  }
  if (!inner.startsWith('/')) {
    const start = source.length + 1;
    return {
      start,
      end: start + inner.length,
      message: `${shown(inner)} is no absolute path inside the container; begin it with \`/\``,
    };
  }
  if (source === '')
    return wholeFault(value, 'there is no source before the colon; write a path, a name or a `.volume` quadlet');
  return options === undefined ? undefined : optionFault(options, value.length - options.length);
});

function optionFault(options: string, start: number): ValueFault | undefined {
  let at = start;
  for (const option of options.split(',')) {
    const [name = ''] = option.split('=');
    if (
      option !== '' &&
      !volumeOptions.includes(option) &&
      !['idmap', 'upperdir', 'workdir', 'subpath', 'mode', 'uid', 'gid'].includes(name)
    ) {
      const meant =
        volumeOptions.find((each) => each.toLowerCase() === option.toLowerCase()) ?? nearest(option, volumeOptions);
      const hint = meant === undefined ? 'look it up in podman-run(1)' : `did you mean \`${meant}\`?`;
      return { start: at, end: at + option.length, message: `${shown(option)} is no option of a volume; ${hint}` };
    }
    at += option.length + 1;
  }
  return undefined;
}

const secretOptions = ['type', 'target', 'uid', 'gid', 'mode', 'source', 'src', 'id'];

export const readSecret = plain((value) => {
  const [name = '', ...options] = value.split(',');
  if (name === '' || (name.includes('=') && !/(?:^|,)(?:source|src|id)=/.test(value))) {
    return { start: 0, end: name.length, message: 'it begins with the name of the secret; write that first' };
  }
  let at = name.length + 1;
  for (const option of options) {
    const place = { start: at, end: at + option.length };
    at += option.length + 1;
    const [key = '', text = ''] = option.split('=');
    if (!secretOptions.includes(key)) {
      const meant = nearest(key, secretOptions);
      return {
        ...place,
        message: `${shown(key)} is no option of a secret; ${meant ? `did you mean \`${meant}\`?` : 'write `type`, `target`, `uid`, `gid` or `mode`'}`,
      };
    }
    if (key === 'type' && text !== 'mount' && text !== 'env')
      return { ...place, message: `${shown(text)} is no type of a secret; write \`mount\` or \`env\`` };
    if (key === 'mode' && !/^[0-7]{1,5}$/.test(text))
      return { ...place, message: `${shown(text)} is no file mode; write octal digits such as \`0400\`` };
  }
  return undefined;
});

export const readNetwork = plain((value) => {
  const [name = ''] = value.split(':');
  if (/^(?:container|ns|pasta|slirp4netns|bridge|private)$/.test(name) || /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/.test(name))
    return undefined;
  return wholeFault(
    value,
    `${shown(name)} is no name of a network; write \`host\`, \`none\`, \`bridge\`, a name, or a \`.network\` quadlet`,
  );
});

const userModes = ['auto', 'keep-id', 'nomap', 'host', 'private'];
const userOptions: { readonly [mode: string]: readonly string[] } = {
  auto: ['uidmapping', 'gidmapping', 'size'],
  'keep-id': ['uid', 'gid', 'size'],
};

export const readUserNamespace = plain((value) => {
  const [mode = '', ...rest] = value.split(':');
  if (mode === 'container' || mode === 'ns' || value.startsWith('/')) return undefined;
  if (!userModes.includes(mode)) {
    const meant = nearest(mode, userModes);
    const hint =
      meant === undefined ? 'write `auto`, `keep-id`, `nomap`, `host` or `private`' : `did you mean \`${meant}\`?`;
    return { start: 0, end: mode.length, message: `${shown(mode)} is no mode of mapping users; ${hint}` };
  }
  let at = mode.length + 1;
  for (const option of rest.join(':').split(',')) {
    const [key = ''] = option.split('=');
    const known = userOptions[mode] ?? [];
    if (option !== '' && !known.includes(key)) {
      return {
        start: at,
        end: at + option.length,
        message: `${shown(key)} is no option of \`${mode}\`; ${known.length > 0 ? `it has ${known.map((each) => `\`${each}\``).join(', ')}` : 'it has none'}`,
      };
    }
    at += option.length + 1;
  }
  return undefined;
});

export const readPod: ValueReader = (value) =>
  value.endsWith('.pod')
    ? undefined
    : wholeFault(value, `${shown(value)} is no quadlet of a pod; write its name with \`.pod\``);
