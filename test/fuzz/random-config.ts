// Random Butane configs in odd styles, most of them valid: for looking at what the formatter makes of them, and for its bench.
import { type Random, random } from './random.ts';

/** A config of the usual sections, indented, quoted and commented as chance will have it. */
export function randomConfig(seed: number): string {
  const chanceOf = random(seed);
  const { chance } = chanceOf;
  const writer = new ConfigWriter(chanceOf);
  if (chance(20)) writer.lines.push('# the machine', '');
  writer.pair(0, 'variant', writer.quote('fcos'));
  writer.pair(0, 'version', writer.quote('1.6.0'));
  if (chance(60)) addUsers(writer, chanceOf);
  if (chance(85)) addStorage(writer, chanceOf);
  if (chance(70)) addUnits(writer, chanceOf);
  return `${writer.lines.join('\n')}${chance(90) ? '\n' : ''}`;
}

function addUsers(writer: ConfigWriter, { int, chance, pick }: Random): void {
  writer.section('passwd');
  writer.list(writer.step, 'users', 1 + int(2), (column) => {
    writer.pair(column, 'name', writer.quote(pick(['core', 'ada', 'cyrus']) + int(99)));
    if (chance(50)) writer.pair(column, 'groups', pick(['[ wheel,docker ]', '[wheel, "sudo"]', "['a','b' , 'c']"]));
    writer.list(column, 'ssh_authorized_keys', 1, (inner) =>
      writer.add(inner, writer.quote(`ssh-ed25519 AAAA${int(9999)} me@host`)),
    );
  });
}

function addStorage(writer: ConfigWriter, { int, chance, pick }: Random): void {
  const { step } = writer;
  writer.section('storage');
  let serial = 0;
  writer.list(step, 'files', 1 + int(3), (column) => {
    writer.pair(column, 'path', writer.quote(`/etc/file${serial++}`));
    writer.pair(column, 'mode', pick(['0644', '0o600', '420', '0755', '644']));
    if (chance(30)) writer.pair(column, 'user', pick(['{name: core}', '{ "name":"core" }', '{name:   core }']));
    if (chance(70)) {
      writer.add(column, writer.key('contents'));
      writer.block(column + step, 'inline', ['one', '', '  two: 2', '# no comment', 'three']);
    }
  });
  if (chance(50)) {
    writer.list(step, 'links', 1, (column) => {
      writer.pair(column, 'path', writer.quote('/etc/localtime'));
      writer.pair(column, 'target', writer.quote('/usr/share/zoneinfo/UTC'));
    });
  }
}

function addUnits(writer: ConfigWriter, { int, pick }: Random): void {
  writer.section('systemd');
  writer.list(writer.step, 'units', 1 + int(2), (column) => {
    writer.pair(column, 'name', writer.quote(`app${int(999)}.service`));
    writer.pair(column, 'enabled', pick(['true', 'true', '"true"', 'yes']));
    writer.block(column, 'contents', [
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

/** Writes lines in the odd habits of one author. */
class ConfigWriter {
  readonly lines: string[] = [];
  readonly step: number;
  readonly #random: Random;
  readonly #isTight: boolean;
  readonly #commentRate: number;
  readonly #blankRate: number;

  constructor(random: Random) {
    this.#random = random;
    this.step = random.pick([1, 2, 2, 3, 4, 8]);
    this.#isTight = random.chance(40);
    this.#commentRate = random.pick([0, 5, 25]);
    this.#blankRate = random.pick([0, 5, 30]);
  }

  quote(text: string): string {
    const { chance } = this.#random;
    if (chance(60)) return text;
    return chance(50) ? `"${text}"` : `'${text}'`;
  }

  add(column: number, text: string): void {
    const { int, chance, pick } = this.#random;
    if (chance(this.#blankRate)) this.lines.push(...Array.from({ length: 1 + int(3) }, () => ''));
    if (chance(this.#commentRate))
      this.lines.push(`${' '.repeat(column)}# ${pick(['see ticket 42', 'todo', 'mode: 0644', 'why'])}`);
    const behind =
      chance(this.#commentRate / 2) && !/[|>]$/.test(text) ? `${' '.repeat(1 + int(6))}# ${pick(['x', 'note'])}` : '';
    this.lines.push(' '.repeat(column) + text + behind);
  }

  key(name: string): string {
    const { chance } = this.#random;
    return `${chance(4) ? `"${name}"` : name}${chance(4) ? ' ' : ''}:`;
  }

  section(name: string): void {
    this.add(0, this.key(name));
  }

  pair(column: number, name: string, value: string): void {
    const { int, chance } = this.#random;
    this.add(column, `${this.key(name)}${' '.repeat(chance(90) ? 1 : 1 + int(5))}${value}`);
  }

  block(column: number, name: string, text: readonly string[]): void {
    const { int, chance, pick } = this.#random;
    if (chance(25)) {
      this.pair(column, name, JSON.stringify(`${text.join('\n')}\n`));
      return;
    }
    this.lines.push(`${' '.repeat(column)}${name}: ${pick(['|', '|', '|-'])}`);
    const inner = ' '.repeat(column + 1 + int(7));
    for (const line of text) this.lines.push(line === '' ? '' : inner + line);
  }

  /** Items of a list; `write` gets the column of the item's entries, whose first line takes the dash. */
  list(column: number, name: string, count: number, write: (column: number) => void): void {
    const { int, chance } = this.#random;
    const { lines } = this;
    this.add(column, this.key(name));
    const dash = this.#isTight ? column : column + this.step;
    for (let item = 0; item < count; item++) {
      const start = lines.length;
      const gap = chance(80) ? 1 : 1 + int(3);
      write(dash + 1 + gap);
      const at = lines.findIndex((line, index) => index >= start && line.trim() !== '' && !line.trim().startsWith('#'));
      const line = lines[at] ?? '';
      lines[at] = `${' '.repeat(dash)}-${' '.repeat(gap)}${line.trimStart()}`;
    }
  }
}
