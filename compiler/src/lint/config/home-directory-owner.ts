import { homePath } from '../../../../spec/os-links.ts';
import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import type { Config, Directory } from '../../config.ts';
import type { OutText } from '../../output/nodes.ts';
import { findHoles } from '../../text/template-holes.ts';

export default check({
  code: 'home-directory-owner',
  severity: 'note',
  docs: {
    what: 'Ignition makes a directory in the home of a user, and the directory belongs to root.',
    why: 'Directories above a file are made for root when they are not listed, and the user cannot write there: programs that keep settings in `~/.config` fail.',
    fix: 'List each directory below the home in `storage.directories`, with `user` and `group`.',
  },
  // The Machine Config Operator takes no directories, and homes belong to it.
  gate: { except: ['openshift'] },
  side: 'source',
  on: 'storage',
  run({ fields: { files, directories, links } }, context) {
    const homes = homesOf(context.config);
    const listed = new Map((directories?.items ?? []).map((each) => [homePath(each.fields.path?.value ?? ''), each]));
    const said = new Set<string>();
    for (const { fields } of [...(directories?.items ?? []), ...(files?.items ?? []), ...(links?.items ?? [])]) {
      const path = fields.path;
      const home = path && homes.find((each) => homePath(path.value).startsWith(`${each.path}/`));
      if (path === undefined || home === undefined || findHoles(path.value).length > 0) continue;
      const wrong = directoriesOf(homePath(path.value), home.path, listed.has(homePath(path.value))).find(
        (each) => !belongsToSomebody(listed.get(each)) && !home.made.includes(each),
      );
      if (wrong === undefined || said.has(wrong)) continue;
      said.add(wrong);
      const place: OutText = listed.get(wrong)?.fields.path ?? path;
      const advice = listed.has(wrong)
        ? `add \`user: {name: ${home.user}}\` to it`
        : `list it in \`storage.directories\` with \`user: {name: ${home.user}}\``;
      context.report(
        place,
        `the directory ${quoted(wrong)} will belong to root, and ${quoted(home.user)} cannot write there; ${advice}`,
      );
    }
  },
});

interface Home {
  readonly path: string;
  readonly user: string;
  /** Directories that Ignition makes for the keys of the user, before it writes files. */
  readonly made: readonly string[];
}

/** The homes of the users of a config, and of the one that the systems bring. */
function homesOf({ fields }: Config): readonly Home[] {
  const users = fields.passwd?.fields.users?.items ?? [];
  const own = users.flatMap(
    ({ fields: { name, home_dir, ssh_authorized_keys: keys, ssh_authorized_keys_local: files } }) => {
      const user = name?.value ?? '';
      const path = homePath(home_dir?.value ?? `/home/${user}`);
      const hasKeys = (keys?.items.length ?? 0) + (files?.items.length ?? 0) > 0;
      const made = hasKeys ? [`${path}/.ssh`, `${path}/.ssh/authorized_keys.d`] : [];
      return user === '' || user === 'root' ? [] : [{ user, path, made }];
    },
  );
  return [...own, { user: 'core', path: '/home/core', made: [] }];
}

/** The directories below a home that a path needs, the outermost first; the path itself where it is one. */
function directoriesOf(path: string, home: string, isDirectory: boolean): readonly string[] {
  const names = path.slice(home.length + 1).split('/');
  const count = isDirectory ? names.length : names.length - 1;
  return names.slice(0, count).map((_, index) => `${home}/${names.slice(0, index + 1).join('/')}`);
}

function belongsToSomebody(directory: Directory | undefined): boolean {
  const owner = directory?.fields.user?.fields;
  return owner?.name !== undefined || owner?.id !== undefined;
}
