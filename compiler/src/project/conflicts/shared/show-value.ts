// Values in the words of messages. Long ones and contents are not shown: the source beside the message has them.
import type { Clash } from '../../../merge/fold-context.ts';
import type { OutNode } from '../../../output/nodes.ts';

const longest = 40;

/** `` `0644` ``; undefined for what is too long, or nothing to look at. */
export function showValue(value: OutNode, path: string): string | undefined {
  switch (value.kind) {
    case 'int':
      return path.endsWith('.mode') ? `\`0${value.value.toString(8)}\`` : `\`${value.value}\``;
    case 'bool':
      return `\`${value.value}\``;
    case 'text':
      if (/^data:/i.test(value.value) || secret.test(path)) return undefined;
      if (value.value.length > longest || value.value.includes('\n')) return undefined;
      return value.value === '' ? 'empty' : `\`${value.value}\``;
    default:
      return undefined;
  }
}

const secret = /password_hash$|key_file/;

/** `` `mode` of `/etc/motd` ``. */
export function describeField({ path, subject }: Pick<Clash, 'path' | 'subject'>): string {
  const name = path.split('.').at(-1) ?? path;
  // A nameless part of a resource says nothing by itself.
  const field = name === 'source' || name === 'compression' ? (path.split('.').at(-2) ?? name) : name;
  return subject === '' ? `\`${path}\`` : `\`${field.replace('[]', '')}\` of \`${subject}\``;
}
