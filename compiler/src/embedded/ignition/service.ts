// What the language of embedded Ignition configs answers, once it is loaded: what an editor says of an `.ign` document, by the
// version that the text itself names.
import { type BoundDocument, bindIgnition } from '../../editor/bind-text.ts';
import { complete, describeTopic } from '../../editor/complete.ts';
import { hoverAt } from '../../editor/hover.ts';
import { namesOf } from '../../editor/names.ts';
import type { Offer, OfferKind } from '../../editor/offer.ts';
import { foldsOf } from '../../editor/structure.ts';
import { symbolsOf } from '../../editor/symbols.ts';
import { formatJson } from '../../format/format-json.ts';
import { readIgnition } from '../../validate-ignition.ts';
import type { EmbeddedLanguage, EmbeddedText, InnerCompletion, InnerReference } from '../language.ts';
import { jsonTokens } from './tokens.ts';

export const ignitionLanguage: EmbeddedLanguage = {
  // The compiler checks what it embeds (`embedded-configs.ts`), `check` the rest (`merged-configs.ts`): a third word would be one
  // too many.
  diagnose: () => [],
  complete(text, offset) {
    const sources = { names: () => namesIn(text), list: () => [] };
    return complete(viewOf(text).document, offset, sources, 'ignition').map((offer) => completion(offer, text));
  },
  hover(text, offset) {
    const { document, root } = viewOf(text);
    return hoverAt(document, offset, {
      root,
      kind: 'ignition',
      names: () => namesIn(text),
      output: () => undefined,
      local: () => undefined,
    });
  },
  symbols: (text) => symbolsOf(viewOf(text).root),
  tokens: (text) => jsonTokens(viewOf(text).document.root),
  references,
  format: (text) => formatJson(viewOf(text).document),
  folds: (text) => foldsOf(viewOf(text).document).map(({ range }) => range),
};

const views = new WeakMap<EmbeddedText, BoundDocument>();

/** The config of a text, read and bound once as long as the text is there. */
function viewOf(text: EmbeddedText): BoundDocument {
  let view = views.get(text);
  if (view === undefined) {
    view = bindIgnition(readIgnition(text.text, text.path));
    views.set(text, view);
  }
  return view;
}

function namesIn(text: EmbeddedText) {
  const { document, root } = viewOf(text);
  return namesOf(document, root);
}

const kinds: Readonly<Record<OfferKind, InnerCompletion['kind']>> = {
  key: 'key',
  value: 'value',
  constant: 'value',
  file: 'name',
  folder: 'name',
  reference: 'name',
  unit: 'name',
  task: 'key',
  code: 'value',
};

function completion(offer: Offer, { text }: EmbeddedText): InnerCompletion {
  const { label, kind, text: insert, snippet, replace: range, filter, rank, detail, topic, goesOn } = offer;
  const doc = topic && describeTopic(topic, text, 'ignition');
  return {
    label,
    kind: kinds[kind],
    range,
    insert,
    rank,
    ...(snippet === undefined ? {} : { snippet }),
    ...(filter === undefined ? {} : { filter }),
    ...(detail === undefined ? {} : { detail }),
    ...(doc ? { doc } : {}),
    ...(goesOn ? { goesOn } : {}),
  };
}

/** Names that the config does not define itself. */
function references(text: EmbeddedText): readonly InnerReference[] {
  const names = namesIn(text);
  const defined = new Set(
    names.flatMap(({ kind, text: name, isDefinition }) => (isDefinition ? [`${kind} ${name}`] : [])),
  );
  return names
    .filter((name) => !defined.has(`${name.kind} ${name.text}`))
    .map(({ kind, text: name, range }) => ({ name, relation: kind, range }));
}
