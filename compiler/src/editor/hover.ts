// What is to be said of the thing at an offset: the page of its field, what its value means, what it compiles to. Markdown; made
// when somebody points at it and never before.
import { typeName } from '../../../spec/derive/describe.ts';
import type { Binding } from '../binding.ts';
import type { Document } from '../document.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import type { SourceRange } from '../text/range.ts';
import { decodeUtf8, encodeUtf8, isUtf8 } from '../text/utf8.ts';
import { permissions } from './complete-values.ts';
import { partitionTypes } from './data/partition-types.ts';
import { describeField } from './describe-field.ts';
import type { Name } from './names.ts';
import { bindingAtOffset } from './node-at.ts';
import { type CompiledOutput, piecesOf } from './output.ts';
import { placeAt } from './places.ts';
import type { TextKind } from './recognise.ts';
import { rulesOf } from './rules-of.ts';

export interface Hover {
  readonly range: SourceRange;
  readonly text: string;
}

export interface HoverSources {
  readonly root: Binding | undefined;
  readonly kind: TextKind;
  names(): readonly Name[];
  /** Absent for a config that does not compile. */
  output(): CompiledOutput | undefined;
  /** Bytes of a local file. */
  local(name: string): number | undefined;
  /** What the field comes to in the targets of the project. */
  effective?(binding: Binding): string | undefined;
}

export function hoverAt(document: Document, offset: number, sources: HoverSources): Hover | undefined {
  if (sources.root === undefined) return undefined;
  const spot = bindingAtOffset(sources.root, offset);
  if (spot === undefined) return undefined;
  const { binding, range, onKey } = spot;
  // A file of MachineConfigs has many documents, each with a version of its own.
  const text = sources.kind === 'machine-config' ? document.text.slice(sources.root.node.range.start) : document.text;
  const rules = rulesOf(text, sources.kind);
  const place = placeAt(binding.path, rules);
  const field = place?.field;
  if (!place || !field) return undefined;
  const isItem = typeof binding.step === 'number';
  const page = isItem && place.node.kind === 'object' ? undefined : describeField(place, rules);
  const after = [sources.effective?.(binding), compiledTo(document, binding, sources)];
  const parts = onKey ? [page, ...after] : [meaningOf(binding, sources), page ?? typeName(place.node), ...after];
  const shown = parts.filter((part) => part !== undefined && part !== '').join('\n\n---\n\n');
  return { range: shortened(document.text, range), text: shown };
}

/** A hover marks what it is about; of a whole section its first line is enough. */
function shortened(text: string, { start, end }: SourceRange): SourceRange {
  const feed = text.indexOf('\n', start);
  return { start, end: feed < 0 ? end : Math.min(end, feed) };
}

const longestPiece = 400;

function compiledTo({ uri }: Document, binding: Binding, { output }: HoverSources): string | undefined {
  const compiled = output();
  if (compiled === undefined || !binding.inPlace) return undefined;
  const pieces = piecesOf(compiled, uri, binding.node.range);
  if (pieces.length === 0) return undefined;
  const [first] = pieces;
  const by = first?.by === undefined ? '' : ` (by \`${first.by}\`)`;
  const text = pieces.map((piece) => dedent(piece.text)).join('\n');
  const cut = text.length > longestPiece ? `${text.slice(0, longestPiece)}…` : text;
  return `Compiles to${by}:\n\n\`\`\`${compiled.languageId}\n${cut}\n\`\`\``;
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.slice(1).map((line) => line.length - line.trimStart().length);
  const least = indents.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  return lines.map((line, index) => (index === 0 ? line : line.slice(least))).join('\n');
}

/** What the value means, where that is not what it says. */
function meaningOf(binding: Binding, sources: HoverSources): string | undefined {
  const { scalar, node, field, parent } = binding;
  const role = field?.role ?? parent?.field?.role;
  if (scalar?.kind === 'int' && role === 'mode') {
    const octal = `0${scalar.value.toString(8)}`;
    return `\`${octal}\` is \`${permissions(octal)}\``;
  }
  if (scalar?.kind !== 'text' || node.kind !== 'scalar') return undefined;
  const { value } = scalar;
  const known = field?.values?.find((each) => each.value === value);
  if (known?.doc) return `\`${value}\`: ${known.doc}`;
  if (role === 'partition-type') {
    const type = partitionTypes.find(({ guid }) => guid === value.toUpperCase());
    return type && `\`${value}\`: ${type.name}`;
  }
  if (role === 'local-file') {
    const size = sources.local(value);
    return size === undefined ? undefined : `\`${value}\`: ${sizeText(size)}`;
  }
  if (value.startsWith('data:')) return dataText(value);
  if (node.style === 'literal' || node.style === 'folded') return sizeText(encodeUtf8(value).length);
  return undefined;
}

const mostLines = 20;

function dataText(url: string): string | undefined {
  const decoded = decodeDataUrl(url);
  if ('error' in decoded) return undefined;
  const { bytes } = decoded;
  if (!isUtf8(bytes)) return `Data of ${sizeText(bytes.length)}, no text.`;
  const lines = decodeUtf8(bytes).split('\n');
  const more = lines.length > mostLines ? '\n…' : '';
  return `Text of ${sizeText(bytes.length)}:\n\n\`\`\`\`text\n${lines.slice(0, mostLines).join('\n')}${more}\n\`\`\`\``;
}

const kibibyte = 1024;

/** `300 bytes`, `1.5 KiB`. */
export function sizeText(bytes: number): string {
  if (bytes < kibibyte) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const isLarge = bytes >= kibibyte * kibibyte;
  const amount = isLarge ? bytes / kibibyte / kibibyte : bytes / kibibyte;
  return `${amount.toFixed(1)} ${isLarge ? 'MiB' : 'KiB'}`;
}
