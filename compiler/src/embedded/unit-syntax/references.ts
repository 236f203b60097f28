// The names of other units that a unit mentions.
import type { InnerReference } from '../language.ts';
import { splitWords, type Word } from './values/split.ts';
import type { UnitView } from './view.ts';

/** Kinds whose values are names of units, one or many. */
const kinds = ['unit-names', 'aliases', 'trigger-unit', 'service-name', 'socket-names', 'slice'] as const;

/** What is known of views; several rules ask about each with every keystroke. */
const known = new WeakMap<UnitView, readonly InnerReference[]>();

/** In source order. */
export function unitReferences(view: UnitView): readonly InnerReference[] {
  const found = known.get(view) ?? findReferences(view);
  known.set(view, found);
  return found;
}

function findReferences(view: UnitView): readonly InnerReference[] {
  const found = kinds.flatMap((kind) =>
    view.ofKind(kind).flatMap(({ assignment }) =>
      names(assignment.value.text).map(({ text, start, end }) => {
        return { name: text, relation: assignment.key, range: assignment.value.rangeOf(start, end) };
      }),
    ),
  );
  return found.sort((one, other) => one.range.start - other.range.start);
}

/** The words of a value up to what was meant as a comment: names in there are none that somebody needs. */
function names(value: string): readonly Word[] {
  const { words } = splitWords(value, { escapes: 'keep' });
  const comment = words.findIndex(({ text }) => text.startsWith('#'));
  return comment < 0 ? words : words.slice(0, comment);
}
