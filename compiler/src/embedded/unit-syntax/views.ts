// The views of texts that have been looked at: one for each text, kept as long as the text itself is.
import type { EmbeddedText } from '../language.ts';
import { type UnitView, unitView } from './view.ts';

const views = new WeakMap<EmbeddedText, UnitView>();

export function viewOfText(text: EmbeddedText): UnitView {
  let view = views.get(text);
  if (view === undefined) {
    view = unitView(text);
    views.set(text, view);
  }
  return view;
}
