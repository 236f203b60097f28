// Hover in unit files: what a section or key is for.
import type { InnerHover } from '../language.ts';
import type { UnitView } from './view.ts';
import type { Vocabulary } from './vocabulary.ts';

export function hoverUnit({ tree }: UnitView, offset: number, words: Vocabulary): InnerHover | undefined {
  for (const { name, range, headerRange, assignments } of tree.sections) {
    if (offset < range.start || offset > range.end) continue;
    if (offset <= headerRange.end) return hover(headerRange, words.doc(name));
    const found = assignments.find(({ keyRange }) => keyRange.start <= offset && offset <= keyRange.end);
    if (found) return hover(found.keyRange, words.doc(name, found.key));
  }
  return undefined;
}

function hover(range: InnerHover['range'], text: string | undefined): InnerHover | undefined {
  return text === undefined ? undefined : { range, text };
}
