// Random Butane configs in odd styles, most of them valid: for looking at what the formatter makes of them, and for its bench.
import { random } from './random.ts';

/** A config of the usual sections, indented, quoted and commented as chance will have it. */
export function randomConfig(seed: number): string {
  const { int, chance, pick } = random(seed);
  const step = pick([1, 2, 2, 3, 4, 8]);
  const isTight = chance(40);
  const commentRate = pick([0, 5, 25]);
  const blankRate = pick([0, 5, 30]);
  const lines: string[] = [];
  const quote = (text: string): string => {
    if (chance(60)) return text;
    return chance(50) ? `"${text}"` : `'${text}'`;
  };
  const add = (column: number, text: string): void => {
    if (chance(blankRate)) lines.push(...Array.from({ length: 1 + int(3) }, () => ''));
    if (chance(commentRate))
      lines.push(`${' '.repeat(column)}# ${pick(['see ticket 42', 'todo', 'mode: 0644', 'why'])}`);
    const behind =
      chance(commentRate / 2) && !/[|>]$/.test(text) ? `${' '.repeat(1 + int(6))}# ${pick(['x', 'note'])}` : '';
    lines.push(' '.repeat(column) + text + behind);
  };
  const key = (name: string): string => `${chance(4) ? `"${name}"` : name}${chance(4) ? ' ' : ''}:`;
  const pair = (column: number, name: string, value: string): void => {
    add(column, `${key(name)}${' '.repeat(chance(90) ? 1 : 1 + int(5))}${value}`);
  };
  const block = (column: number, name: string, text: readonly string[]): void => {
    if (chance(25)) {
      pair(column, name, JSON.stringify(`${text.join('\n')}\n`));
      return;
    }
    lines.push(`${' '.repeat(column)}${name}: ${pick(['|', '|', '|-'])}`);
    const inner = ' '.repeat(column + 1 + int(7));
    for (const line of text) lines.push(line === '' ? '' : inner + line);
  };
  /** Items of a list; `write` gets the column of the item's entries, whose first line takes the dash. */
  const list = (column: number, name: string, count: number, write: (column: number) => void): void => {
    add(column, key(name));
    const dash = isTight ? column : column + step;
    for (let item = 0; item < count; item++) {
      const start = lines.length;
      const gap = chance(80) ? 1 : 1 + int(3);
      write(dash + 1 + gap);
      const at = lines.findIndex((line, index) => index >= start && line.trim() !== '' && !line.trim().startsWith('#'));
      const line = lines[at] ?? '';
      lines[at] = `${' '.repeat(dash)}-${' '.repeat(gap)}${line.trimStart()}`;
    }
  };
  if (chance(20)) lines.push('# the machine', '');
  pair(0, 'variant', quote('fcos'));
  pair(0, 'version', quote('1.6.0'));
  if (chance(60)) {
    add(0, key('passwd'));
    list(step, 'users', 1 + int(2), (column) => {
      pair(column, 'name', quote(pick(['core', 'ada', 'cyrus']) + int(99)));
      if (chance(50)) pair(column, 'groups', pick(['[ wheel,docker ]', '[wheel, "sudo"]', "['a','b' , 'c']"]));
      list(column, 'ssh_authorized_keys', 1, (inner) => add(inner, quote(`ssh-ed25519 AAAA${int(9999)} me@host`)));
    });
  }
  if (chance(85)) {
    add(0, key('storage'));
    let serial = 0;
    list(step, 'files', 1 + int(3), (column) => {
      pair(column, 'path', quote(`/etc/file${serial++}`));
      pair(column, 'mode', pick(['0644', '0o600', '420', '0755', '644']));
      if (chance(30)) pair(column, 'user', pick(['{name: core}', '{ "name":"core" }', '{name:   core }']));
      if (chance(70)) {
        add(column, key('contents'));
        block(column + step, 'inline', ['one', '', '  two: 2', '# no comment', 'three']);
      }
    });
    if (chance(50)) {
      list(step, 'links', 1, (column) => {
        pair(column, 'path', quote('/etc/localtime'));
        pair(column, 'target', quote('/usr/share/zoneinfo/UTC'));
      });
    }
  }
  if (chance(70)) {
    add(0, key('systemd'));
    list(step, 'units', 1 + int(2), (column) => {
      pair(column, 'name', quote(`app${int(999)}.service`));
      pair(column, 'enabled', pick(['true', 'true', '"true"', 'yes']));
      block(column, 'contents', [
        '[Unit]',
        'Description=an app',
        '',
        '[Service]',
        'ExecStart=/bin/true',
        '',
        '[Install]',
        'WantedBy=multi-user.target',
      ]);
    });
  }
  return `${lines.join('\n')}${chance(90) ? '\n' : ''}`;
}
