// One line of Ignition JSON or of a MachineConfig as coloured pieces. Knows no nesting: JSON's strings do not cross lines, and in a
// MachineConfig nothing else is written than what is told apart here.

export type TokenKind = 'key' | 'string' | 'number' | 'word' | 'mark';

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

const json = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?)|(true|false|null)|([{}[\],:]|\s+|.)/g;
const yaml = /^(\s*(?:- )*)([\w.$/"'-]+)(:)(?=\s|$)(.*)$/;

/** Characters of a line that are coloured; a data URL can be a megabyte. */
const mostColoured = 2000;

export function tokensOf(line: string, language: 'json' | 'yaml'): readonly Token[] {
  const shown = line.length > mostColoured ? `${line.slice(0, mostColoured)}…` : line;
  return language === 'json' ? jsonTokens(shown) : yamlTokens(shown);
}

function jsonTokens(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const [all, quoted, colon, number, word] of line.matchAll(json)) {
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text: quoted });
      if (colon !== undefined) tokens.push({ kind: 'mark', text: colon });
    } else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: word === undefined ? 'mark' : 'word', text: all });
  }
  return tokens;
}

function yamlTokens(line: string): readonly Token[] {
  const found = yaml.exec(line);
  if (!found) return [{ kind: line.startsWith('#') ? 'mark' : 'string', text: line }];
  const [, before = '', key = '', colon = '', rest = ''] = found;
  const value = rest.trim();
  const kind = /^-?\d+(?:\.\d+)?$/.test(value) ? 'number' : /^(?:true|false|null)$/.test(value) ? 'word' : 'string';
  return [
    { kind: 'mark', text: before },
    { kind: 'key', text: key },
    { kind: 'mark', text: colon },
    { kind, text: rest },
  ];
}

/** The data URL in a line, as it is written there; undefined where there is none. */
export function dataUrlIn(line: string): string | undefined {
  return /(?:^|[\s"'])(data:[^\s"',]*,[^\s"']*)/.exec(line)?.[1];
}
