// Texts as YAML scalars: plain where that reads back as the same text, quoted otherwise, or as a block. Whether a spelling is
// right is asked of our own reader, so that no second set of rules can go out of step with it.
import type { ScalarNode, ScalarStyle } from '../syntax/nodes.ts';
import { parseYaml } from '../syntax/parse-yaml.ts';
import { resolveTag } from '../syntax/resolve-scalar.ts';

export interface ScalarPlace {
  /** Inside of brackets or braces. */
  readonly inFlow: boolean;
  readonly isKey: boolean;
}

/** Words that YAML 1.1 takes for truth values. Our reader does not, where a text is wanted; other tools and people do. */
const truthWords = /^(?:y|n|yes|no|on|off)$/i;

/** Numbers, times and the like of YAML 1.1, which other tools would not take for texts. A version such as `1.6.0` is none. */
function looksLikeNumber(text: string): boolean {
  return /^[-+]?[.\d][\d_.,:eE+-]*$/.test(text) && !/^\d+(?:\.\d+){2,3}$/.test(text);
}

/** What needs no second look: words, paths and names. */
const simple = /^[A-Za-z/_][A-Za-z0-9/_.@+=-]*$/;

/** Whether a plain scalar of this text stands for exactly this text, as a text. */
export function canBePlain(text: string, place: ScalarPlace): boolean {
  if (text === '' || truthWords.test(text) || looksLikeNumber(text) || text === '<<' || text === '=') return false;
  if (resolveTag(plainScalar(text)) !== 'str') return false;
  return simple.test(text) || readsAsPlain(text, place);
}

/** Whether the text may stand without quotes, whatever type it then is. */
export function readsAsPlain(text: string, { inFlow, isKey }: ScalarPlace): boolean {
  // Trailing colons and the like are legal, and a trap for whoever edits the line next.
  if (!/^[^\s"'|>@`%!&*#{}[\],?:-]/.test(text) && !/^[-:?][^\s,[\]{}]/.test(text)) return false;
  if (/[\r\n\t\u0085\u2028\u2029\ufeff]|\s$|: | #|:$|^---|^\.\.\./.test(text)) return false;
  if (inFlow && /[,[\]{}?:]/.test(text)) return false;
  const shown = inFlow ? `k: [${text}]` : isKey ? `${text}: x` : `k: ${text}`;
  const { root, problems } = parseYaml(shown, '');
  if (problems.length > 0 || root.kind !== 'map') return false;
  const [pair] = root.pairs;
  const [value] = pair?.value.kind === 'seq' ? pair.value.items : [isKey ? pair?.key : pair?.value];
  return value?.kind === 'scalar' && value.style === 'plain' && value.text === text && root.pairs.length === 1;
}

/** What a plain scalar of this text is, for the questions of the resolver. */
function plainScalar(text: string): ScalarNode {
  const range = { start: 0, end: text.length };
  return {
    kind: 'scalar',
    style: 'plain',
    text,
    range,
    valueRange: range,
    parent: undefined,
    anchor: undefined,
    tag: undefined,
  };
}

/** `text` as a scalar on one line; in the wanted style where that can hold it. */
export function writeScalar(text: string, place: ScalarPlace, style: ScalarStyle = 'plain'): string {
  if (style === 'double') return doubleQuoted(text);
  const needsEscapes = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text);
  if (needsEscapes) return doubleQuoted(text);
  if (style !== 'single' && canBePlain(text, place)) return text;
  return style === 'single' || text.includes('"') || text.includes('\\') ? singleQuoted(text) : doubleQuoted(text);
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\0': '\\0',
  '\u0007': '\\a',
  '\b': '\\b',
  '\u001b': '\\e',
  '\f': '\\f',
  '\v': '\\v',
};

function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return shortEscapes[unit] ?? (code < 0x100 ? `\\x${hex(code, 2)}` : `\\u${hex(code, 4)}`);
  });
  return `"${escaped}"`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}

/** Whether a literal block can hold the text: its lines are as they are, and the first shows where they begin. */
export function canBeLiteral(text: string): boolean {
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/.test(text)) return false;
  return /^[^\s]/.test(text);
}

/** `text` as a literal block whose lines stand in column `indent`; without a line break at the end. */
export function writeLiteral(text: string, indent: number, lineBreak: string): string {
  const trailing = /\n*$/.exec(text)?.[0].length ?? 0;
  const chomping = trailing === 0 ? '-' : trailing === 1 ? '' : '+';
  const body = trailing === 0 ? text : text.slice(0, -1);
  const pad = ' '.repeat(indent);
  const lines = body.split('\n').map((line) => (line === '' ? '' : `${pad}${line}`));
  return [`|${chomping}`, ...lines].join(lineBreak);
}
