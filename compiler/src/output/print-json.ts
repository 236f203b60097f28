// JSON exactly as Go's encoding/json writes it: the same escapes, the same layout.
// Never sorts, drops or renames anything; what it is given is what it prints.
import { decodeUtf8, invalidUtf8At } from '../text/utf8.ts';
import type { Printed, PrintList, PrintNode, PrintObject, PrintScalar } from './print-node.ts';
import { SourceMapBuilder } from './source-map.ts';

/** The JSON of `node`: compact, or with two blanks per level and one item per line. No final line feed. */
export function printJson(node: PrintNode, pretty: boolean): Printed {
  const printer = new JsonPrinter(pretty);
  printer.node(node, '\n');
  return { text: printer.text, sourceMap: printer.sourceMap.build(printer.text.length) };
}

class JsonPrinter {
  text = '';
  readonly sourceMap = new SourceMapBuilder();
  readonly #pretty: boolean;

  constructor(pretty: boolean) {
    this.#pretty = pretty;
  }

  /** `lineBreak` is the line feed and indentation of the line that the node starts on. */
  node(node: PrintNode, lineBreak: string): void {
    this.sourceMap.open(this.text.length, node.origin);
    if (node.kind === 'scalar') this.text += scalarJson(node);
    else if (node.kind === 'list') this.#list(node, lineBreak);
    else this.#object(node, lineBreak);
    this.sourceMap.close(this.text.length, node.origin);
  }

  #list(list: PrintList, lineBreak: string): void {
    const inner = `${lineBreak}  `;
    let separator = '[';
    for (const item of list.items) {
      this.text += this.#pretty ? separator + inner : separator;
      this.node(item, inner);
      separator = ',';
    }
    this.#end(list.items.length === 0, '[]', lineBreak);
  }

  #object(object: PrintObject, lineBreak: string): void {
    const inner = `${lineBreak}  `;
    let separator = '{';
    for (const { key, value } of object.members) {
      this.text += (this.#pretty ? separator + inner : separator) + textJson(key) + (this.#pretty ? ': ' : ':');
      this.node(value, inner);
      separator = ',';
    }
    this.#end(object.members.length === 0, '{}', lineBreak);
  }

  #end(empty: boolean, brackets: '[]' | '{}', lineBreak: string): void {
    if (empty) this.text += brackets;
    else this.text += this.#pretty ? lineBreak + brackets.charAt(1) : brackets.charAt(1);
  }
}

function scalarJson(scalar: PrintScalar): string {
  if (typeof scalar.value !== 'string') return String(scalar.value);
  return scalar.bytes ? bytesJson(scalar.bytes) : textJson(scalar.value);
}

/** Whatever may need an escape; surrogate pairs are among them only because lone ones do. */
const mayNeedEscape = /[\0-\x1f"\\<>&\u2028\u2029\ud800-\udfff]/;
/** Go writes these as \u00xx and \ufffd, JSON.stringify as \b, \f and \udxxx. With the u flag only lone surrogates match. */
const notAsStringify = /[\b\f\ud800-\udfff]/u;
const allNotAsStringify = /[\b\f\ud800-\udfff]/gu;
/** Go escapes these for HTML's and JavaScript's sake, JSON.stringify leaves them alone. */
const leftByStringify = /[<>&\u2028\u2029]/;
const htmlEscapes: readonly (readonly [character: string, escaped: string])[] = [
  ['<', '\\u003c'],
  ['>', '\\u003e'],
  ['&', '\\u0026'],
  ['\u2028', '\\u2028'],
  ['\u2029', '\\u2029'],
];

/** `text` as a JSON string. A lone surrogate, which no UTF-8 can hold, is written like an invalid byte. */
function textJson(text: string): string {
  if (!mayNeedEscape.test(text)) return `"${text}"`;
  if (notAsStringify.test(text)) return piecewiseJson(text);
  let json = JSON.stringify(text);
  if (!leftByStringify.test(text)) return json;
  // Native searches for one character each are several times as fast as a replacer function.
  for (const [character, escaped] of htmlEscapes) json = json.replaceAll(character, escaped);
  return json;
}

/** The rare text that has characters of `notAsStringify`: they are written here, the pieces between them as ever. */
function piecewiseJson(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  for (const { 0: character, index } of text.matchAll(allNotAsStringify)) {
    pieces.push(textJson(text.slice(start, index)).slice(1, -1));
    pieces.push(character === '\b' ? '\\u0008' : character === '\f' ? '\\u000c' : '\\ufffd');
    start = index + 1;
  }
  pieces.push(textJson(text.slice(start)).slice(1, -1));
  return `"${pieces.join('')}"`;
}

/** Bytes as a JSON string; each byte that is not UTF-8 becomes the six characters \ufffd, while a U+FFFD proper stays. */
function bytesJson(bytes: Uint8Array): string {
  const pieces: string[] = [];
  let start = 0;
  while (start < bytes.length) {
    const end = invalidUtf8At(bytes, start);
    pieces.push(textJson(decodeUtf8(bytes.subarray(start, end))).slice(1, -1));
    if (end < bytes.length) pieces.push('\\ufffd');
    start = end + 1;
  }
  return `"${pieces.join('')}"`;
}
