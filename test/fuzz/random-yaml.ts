// Random YAML in odd styles: any indentation, lists in the column of their key, braces over several lines, comments wherever
// they may stand, anchors, tags, block scalars with all indicators, CRLF, marks, no line break at the end. Most of it is valid;
// whoever uses it asks the reader.
import { type Random, random } from './random.ts';

export function randomYaml(seed: number): string {
  return new Writer(random(seed)).document();
}

const words = [
  'a',
  'path',
  'key',
  '/etc/motd',
  'core',
  'x y',
  'naïve',
  'é',
  '日本',
  "it's",
  'a:b',
  'a#b',
  '-x',
  '1',
  '0644',
  '0o644',
  '420',
  '1.5',
  'true',
  'no',
  'null',
  '~',
  '2001-01-01',
  '1_000',
  '.inf',
  '<<',
  '=',
  'b c d',
  '{{ x }}',
  '$y',
  'x, y',
  '@at',
  '%p',
  '- dash',
  '? q',
  'a: b',
  'a #b',
  ' lead',
  'trail ',
  '',
  '\ttab',
  '🎉',
  '[x]',
  '{x}',
  '!x',
  '&x',
  '*x',
  '---',
  '...',
];
const keys = [
  'a',
  'b',
  'path',
  'mode',
  'files',
  'storage',
  'x y',
  'k1',
  'k2',
  'k3',
  'name',
  'contents',
  'é',
  "o'k",
  '1',
  'true',
];
const plainWords = [
  'a',
  'path',
  '/etc/motd',
  'core',
  'x y',
  'naïve',
  '日本',
  "it's",
  'a:b',
  'a#b',
  '-x',
  '0644',
  '420',
  'true',
  'no',
  'null',
  '~',
  '1.5',
  'b c d',
  '$y',
  '2001-01-01',
  '.inf',
  '0o644',
];
const comments = ['# c', '#tight', '# a: b', '#', '# "x', '# - y', '#  spaced  ', "# it's [", '# é'];

class Writer {
  readonly #random: Random;
  readonly #anchors: string[] = [];
  #nodes = 0;

  constructor(source: Random) {
    this.#random = source;
  }

  document(): string {
    const { chance, pick } = this.#random;
    let text = '';
    if (chance(5)) text += '%YAML 1.1\n---\n';
    else if (chance(12)) text += pick(['---\n', '--- # c\n', '# top\n---\n', '---\n\n']);
    text += this.#fillers(0);
    const indent = chance(8) ? 1 + this.#random.int(3) : 0;
    const root = chance(85) ? this.#blockMap(indent, 0) : this.#blockSeq(indent, 0);
    text += `${' '.repeat(indent)}${root}\n`;
    text += this.#fillers(0);
    if (chance(8)) text += pick(['...\n', '---\nb: 1\n', '... # end\n']);
    if (chance(12)) text = text.replace(/\n$/, '');
    if (chance(10)) text = text.replaceAll('\n', '\r\n');
    else if (chance(3)) text = text.replace(/\n/g, () => (chance(50) ? '\r\n' : '\n'));
    if (chance(4)) text = `\ufeff${text}`;
    return text;
  }

  #fillers(indent: number): string {
    const { chance, pick, int } = this.#random;
    let text = '';
    while (chance(18)) {
      const column = chance(60) ? indent : int(indent + 5);
      text += chance(50) ? '\n' : `${' '.repeat(column)}${pick(comments)}\n`;
    }
    return text;
  }

  #trailing(): string {
    const { chance, pick, int } = this.#random;
    if (chance(10)) return ' '.repeat(1 + int(3)) + pick(comments);
    return chance(5) ? ' '.repeat(1 + int(2)) : '';
  }

  /** Entries from column `indent` on; the first has its indentation already, the last no line break. */
  #blockMap(indent: number, depth: number): string {
    const { int, chance } = this.#random;
    const names = keys
      .slice(0)
      .sort(() => int(3) - 1)
      .slice(0, 1 + int(4));
    return names
      .map((name) => {
        const key = chance(12) ? JSON.stringify(name) : name;
        if (chance(2)) return `? ${key}\n${' '.repeat(indent)}:${this.#value(indent, depth, false)}`;
        return `${key}${chance(4) ? ' ' : ''}:${this.#value(indent, depth, true)}`;
      })
      .map((entry, index) => (index === 0 ? entry : this.#fillers(indent) + ' '.repeat(indent) + entry))
      .join('\n');
  }

  #blockSeq(indent: number, depth: number): string {
    const { int } = this.#random;
    const items = Array.from({ length: 1 + int(3) }, () => `-${this.#item(indent, depth)}`);
    return items
      .map((item, index) => (index === 0 ? item : this.#fillers(indent) + ' '.repeat(indent) + item))
      .join('\n');
  }

  /** What follows a colon in an entry of column `indent`. */
  #value(indent: number, depth: number, mayBeTight: boolean): string {
    const { int, chance } = this.#random;
    this.#nodes++;
    const isDeep = depth > 4 || this.#nodes > 60;
    const kind = int(100);
    if (kind < 25 && !isDeep) {
      const inner = indent + 1 + int(5);
      const lead = this.#props(true) + this.#trailing();
      return `${lead}\n${this.#fillers(inner)}${' '.repeat(inner)}${this.#blockMap(inner, depth + 1)}`;
    }
    if (kind < 42 && !isDeep) {
      const inner = mayBeTight && chance(40) ? indent : indent + 1 + int(4);
      const lead = this.#props(true) + this.#trailing();
      return `${lead}\n${this.#fillers(inner)}${' '.repeat(inner)}${this.#blockSeq(inner, depth + 1)}`;
    }
    if (kind < 48) return this.#trailing();
    if (kind < 52 && chance(30)) return `${this.#trailing()}\n${' '.repeat(indent + 1 + int(4))}${this.#plain()}`;
    return this.#leaf(indent);
  }

  #item(indent: number, depth: number): string {
    const { int, chance } = this.#random;
    this.#nodes++;
    const isDeep = depth > 4 || this.#nodes > 60;
    const kind = int(100);
    if (kind < 35 && !isDeep) {
      const gap = 1 + int(4);
      return ' '.repeat(gap) + this.#blockMap(indent + 1 + gap, depth + 1);
    }
    if (kind < 42 && !isDeep) {
      const gap = 1 + int(3);
      return ' '.repeat(gap) + this.#blockSeq(indent + 1 + gap, depth + 1);
    }
    if (kind < 48 && !isDeep) {
      const inner = indent + 1 + int(4);
      return `${this.#props(true)}${this.#trailing()}\n${this.#fillers(inner)}${' '.repeat(inner)}${this.#blockMap(inner, depth + 1)}`;
    }
    return chance(6) ? this.#trailing() : this.#leaf(indent);
  }

  /** A scalar, an alias or something in brackets, with a blank before it. */
  #leaf(indent: number): string {
    const { int, chance, pick } = this.#random;
    const gap = ' '.repeat(chance(85) ? 1 : 1 + int(4));
    const kind = int(100);
    if (kind < 5 && this.#anchors.length > 0) return `${gap}*${pick(this.#anchors)}${this.#trailing()}`;
    const props = this.#props(false);
    if (kind < 45) return props + gap + this.#plain() + this.#trailing();
    if (kind < 60) return props + gap + this.#quoted(indent) + this.#trailing();
    if (kind < 78) return props + gap + this.#block(indent);
    return props + gap + this.#flow(indent, 0) + this.#trailing();
  }

  #props(isCollection: boolean): string {
    const { chance, pick } = this.#random;
    let text = '';
    if (chance(4) && !isCollection) text += ` ${pick(['!!str', '!x', '!'])}`;
    if (chance(5)) {
      const name = `n${this.#anchors.length}`;
      this.#anchors.push(name);
      text += ` &${name}`;
    }
    return text;
  }

  #plain(): string {
    return this.#random.pick(plainWords);
  }

  #quoted(indent: number): string {
    const { chance, pick, int } = this.#random;
    const text = chance(20) ? `${pick(words)}\n${pick(words)}${chance(50) ? '\n' : ''}` : pick(words);
    if (chance(10)) return `"${pick(plainWords)}\n${chance(30) ? '\n' : ''}${' '.repeat(indent + int(6) + 1)}more"`;
    if (chance(50) || text.includes('\n')) return JSON.stringify(text);
    return `'${text.replaceAll("'", "''")}'`;
  }

  #block(indent: number): string {
    const { chance, pick, int } = this.#random;
    const increment = 1 + int(5);
    const hasIndicator = chance(15);
    const column = indent + increment;
    const header = `${pick(['|', '|', '>'])}${hasIndicator ? increment : ''}${pick(['', '', '-', '+'])}${chance(8) ? ' # c' : ''}`;
    const pad = ' '.repeat(column);
    const lines = Array.from({ length: 1 + int(4) }, () =>
      pick(['text', '# no comment', 'a: b', '', '  deeper', '\ttab', 'é "x"', 'trail ', '- x', '[Unit]']),
    );
    if (!hasIndicator) lines[0] = pick(['first', '[Unit]', '# sh']);
    const body = lines.map((line) => (line === '' ? (chance(20) ? pad.slice(0, int(column + 1)) : '') : pad + line));
    const tail = chance(15) ? '\n'.repeat(1 + int(2)) : '';
    return `${header}\n${body.join('\n')}${tail}`;
  }

  #flow(indent: number, depth: number): string {
    const { chance, int } = this.#random;
    const isMap = chance(50);
    const entries = Array.from({ length: int(4) }, () => this.#flowEntry(indent, depth, isMap));
    const [open, close] = isMap ? '{}' : '[]';
    const isLong = chance(20);
    const pad = `\n${' '.repeat(indent + 1 + int(5))}`;
    if (!isLong)
      return `${open}${chance(30) ? ' ' : ''}${entries.join(chance(80) ? ', ' : ' , ')}${entries.length > 0 && chance(8) ? ',' : ''}${chance(30) ? ' ' : ''}${close}`;
    const inner = entries.map(
      (entry, index) =>
        `${pad}${entry}${index < entries.length - 1 || chance(30) ? ',' : ''}${chance(15) ? ' # in flow' : ''}`,
    );
    return `${open}${chance(10) ? ' # c' : ''}${inner.join('')}${pad}${close}`;
  }

  #flowEntry(indent: number, depth: number, isMap: boolean): string {
    const { chance, pick } = this.#random;
    const value = (): string => {
      if (depth < 2 && chance(15)) return this.#flow(indent, depth + 1);
      return chance(70) ? pick(['a', '/x', '0644', 'true', 'null', 'x y', '1']) : JSON.stringify(pick(words));
    };
    if (!isMap) return chance(6) ? `${pick(keys)}: ${value()}` : value();
    const key = chance(15) ? `"${pick(['a', 'b', 'c d'])}"` : pick(keys);
    if (chance(5)) return key;
    return chance(5) ? `${key}: ` : `${key}: ${value()}`;
  }
}
