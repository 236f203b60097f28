// Sugar: the lines of `ssh_authorized_keys_local` files become keys, after those of `ssh_authorized_keys`.
import type { User } from '../config.ts';
import { madeBy } from '../diagnostic/origin.ts';
import { readLocal, reportFilesDirMissing } from '../inputs.ts';
import { list, mapItems, text, withFields } from '../output/make.ts';
import type { OutText } from '../output/nodes.ts';
import { decodeUtf8 } from '../text/utf8.ts';
import type { SugarContext, SugarPass } from './pass.ts';

const localSshKeys: SugarPass = (config, context) => {
  const { passwd } = config.fields;
  if (passwd === undefined) return config;
  const users = mapItems(passwd.fields.users, (user) => withKeys(user, context));
  return withFields(config, { passwd: withFields(passwd, { users }) });
};

export default localSshKeys;

function withKeys(user: User, context: SugarContext): User {
  const { ssh_authorized_keys: keys, ssh_authorized_keys_local: files } = user.fields;
  if (files === undefined || files.items.length === 0) return user;
  if (context.host.inputs === undefined) {
    // Once for the list: each of its items has the same fault.
    reportFilesDirMissing(files.origin.at(), context);
    return user;
  }
  const read = files.items.flatMap((file) => keysOf(file, context));
  return withFields(user, {
    ssh_authorized_keys: list([...(keys?.items ?? []), ...read], keys?.origin ?? files.origin),
  });
}

/** One key a line, LF or CRLF; empty lines are dropped, everything else is kept as it is. */
function keysOf(file: OutText, context: SugarContext): OutText[] {
  const bytes = readLocal(file.value, file.origin.at(), context);
  if (bytes === undefined) return [];
  const origin = madeBy('ssh_authorized_keys_local', file.origin);
  const lines = decodeUtf8(bytes).split(/\r?\n/);
  return lines.filter((line) => line !== '').map((line) => text(line, origin));
}
