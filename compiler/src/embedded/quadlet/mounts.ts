// What is mounted into containers: `Volume=`, `Mount=` and `Tmpfs=`, read as Podman reads `--volume`, `--mount` and `--tmpfs`.
import { nearest } from '../../text/edit-distance.ts';
import { shown, type ValueFault, type ValueReader, wholeFault } from '../unit-syntax/values/fault.ts';
import { isName } from './names.ts';
import { plain } from './plain.ts';

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
  return typeMissing(value) ?? placesMissing(value, type, options);
});

/** Without `type=` it is a mount of a volume, or the generator refuses it (before Podman 5.6). */
function typeMissing(value: string): ValueFault | undefined {
  if (/(?:^|,)"?type=/.test(value)) return undefined;
  const [first = ''] = value.split(',');
  if (mountTypes.includes(first)) {
    return { start: 0, end: first.length, message: `${shown(first)} is no option of a mount; write \`type=${first}\`` };
  }
  const path = /(?:^|,)(?:source|src)=(\/[^,]*)/.exec(value)?.[1];
  if (path === undefined) return undefined;
  const start = value.indexOf(path);
  const message = `without \`type=\` it is a volume, and ${shown(path)} is no name of one; write \`type=bind\``;
  return { start, end: start + path.length, message };
}

function placesMissing(value: string, type: string, options: readonly (readonly string[])[]): ValueFault | undefined {
  const has = (...keys: readonly string[]): boolean =>
    options.some(([key = '', text = '']) => keys.includes(key) && text !== '');
  if (!['devpts', 'ramfs'].includes(type) && !has('destination', 'dst', 'target') && !value.includes('"')) {
    return wholeFault(value, 'it does not say where to mount; add `destination=` with a path inside the container');
  }
  if (['bind', 'glob', 'image', 'artifact'].includes(type) && !has('source', 'src')) {
    return wholeFault(value, `a mount of type \`${type}\` needs \`source=\`; add it`);
  }
  return undefined;
}

const volumeOptions = [
  ...'rw ro z Z O U exec noexec dev nodev suid nosuid bind rbind shared rshared slave rslave private rprivate'.split(
    ' ',
  ),
  ...'unbindable runbindable copy nocopy noatime idmap no-dereference cached delegated nocreate'.split(' '),
];

export const readVolume: ValueReader = (value) => homeFault(value) ?? readPlainVolume(value);

/** What a shell would replace by the home directory, and neither Podman nor systemd does. */
function homeFault(value: string): ValueFault | undefined {
  // systemd takes a word that begins with `$` for a variable as a whole; only `${HOME}` is replaced inside of a word.
  const written = /^(?:~|\$HOME)(?=\/[^:]*:\/)/.exec(value)?.[0];
  if (written === undefined) return undefined;
  const message = `${shown(written)} is not replaced here, and so it is no path; write \`%h\` for the home directory`;
  return { start: 0, end: written.length, message };
}

const readPlainVolume = plain((value) => {
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
  const unusable = destination === undefined ? undefined : sourceFault(source);
  return unusable ?? (options === undefined ? undefined : optionFault(options, value.length - options.length));
});

/** A source is a path, a quadlet, or the name of a volume. */
function sourceFault(source: string): ValueFault | undefined {
  if (/^[/.]/.test(source) || /\.(?:volume|artifact)$/.test(source) || isName(source)) return undefined;
  // The drive of a Windows path is none of our business.
  if (/^[A-Za-z]\\/.test(source)) return undefined;
  const advice = source.startsWith('"')
    ? 'write it without quotes'
    : source.includes('/')
      ? `a relative path begins with \`./\`: \`./${source.length > 40 ? '…' : source}\``
      : 'names have letters, digits, `_`, `.` and `-`';
  return wholeFault(source, `${shown(source)} is neither an absolute path nor a name of a volume; ${advice}`);
}

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

/** `/path`, or `/path:OPTIONS`. */
export const readTmpfs = plain((value) =>
  value.startsWith('/')
    ? undefined
    : wholeFault(value, `${shown(value)} is no absolute path inside the container; begin it with \`/\``),
);
