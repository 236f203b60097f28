// The forms of the values of quadlets: secrets, networks, pods, mappings of users.
import { nearest } from '../../text/edit-distance.ts';
import { shown, type ValueReader, wholeFault } from '../unit-syntax/values/fault.ts';
import { plain } from './plain.ts';

export const readExposePort: ValueReader = (value) =>
  /^\d+(-\d+)?(\/udp|\/tcp)?$/.test(value.trim())
    ? undefined
    : wholeFault(value, `${shown(value)} is no port; write \`80\`, \`8000-8010\` or \`53/udp\``);

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
  const [name = '', options] = value.split(':');
  if (/^(?:container|ns|pasta|slirp4netns|bridge|private)$/.test(name)) return undefined;
  // Without options, several names may stand behind each other with commas.
  const names = options === undefined ? name.split(',') : [name];
  if (names.every((each) => /^[A-Za-z0-9][A-Za-z0-9_.@-]*$/.test(each))) return undefined;
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
