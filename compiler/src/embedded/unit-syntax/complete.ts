// Completion in unit files: sections inside brackets, keys at the start of a line, known words behind the equals sign.
import type { InnerCompletion, Releases } from '../language.ts';
import type { UnitView } from './view.ts';
import type { Vocabulary } from './vocabulary.ts';

export function completeUnit(
  view: UnitView,
  offset: number,
  words: Vocabulary,
  releases: Releases,
): readonly InnerCompletion[] {
  const { text } = view.tree;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const before = text.slice(start, offset);
  const word = (from: number, stop: RegExp) => ({ start: from, end: endOfWord(text, offset, stop) });
  if (/^\s*[#;]/.test(before)) return [];
  if (/^\s*\[[^\]]*$/.test(before)) {
    const open = start + before.indexOf('[');
    const range = word(open, /[\]\r\n]/);
    const end = text[range.end] === ']' ? range.end + 1 : range.end;
    return words.sections(view.file.type).map((name) => ({
      ...withDoc(words.doc(name)),
      label: `[${name}]`,
      kind: 'section',
      range: { start: open, end },
      insert: `[${name}]`,
    }));
  }
  const section = view.tree.sections.findLast(({ headerRange }) => headerRange.end <= start)?.name;
  if (section === undefined) return [];
  const [, lead = '', key, blanks = '', typed = ''] = /^(\s*)(?:([^=]+)=(\s*)(.*))?/.exec(before) ?? [];
  if (key === undefined) {
    const range = word(start + lead.length, /[=\s]/);
    const sign = text[range.end] === '=' ? '' : '=';
    return words.keys(section, releases).map((name) => ({
      ...withDoc(words.doc(section, name)),
      label: name,
      kind: 'key',
      range,
      insert: `${name}${sign}`,
    }));
  }
  const lastBlank = Math.max(typed.lastIndexOf(' '), typed.lastIndexOf('\t')) + 1;
  const from = start + before.length - typed.length + lastBlank;
  const range = word(blanks === '' && typed === '' ? offset : from, /\s/);
  return words.values(section, key.trim()).map((value) => ({ label: value, kind: 'value', range, insert: value }));
}

function withDoc(doc: string | undefined): { readonly doc?: string } {
  return doc === undefined ? {} : { doc };
}

function endOfWord(text: string, from: number, stop: RegExp): number {
  let end = from;
  while (end < text.length && !stop.test(text.charAt(end))) end++;
  return end;
}
