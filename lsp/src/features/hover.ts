// Hover: the page of a field, what its value means, what it compiles to; inside units and Quadlets what their language says.
import type { Hover, HoverParams } from 'vscode-languageserver';
import { type Binding, effectiveValue, hoverAt } from '../../../compiler/src/editor/index.ts';
import { toMarkup, toRange } from '../convert.ts';
import { type Feature, request } from '../feature.ts';
import { sameUri } from '../files.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

async function hover(snapshot: Snapshot, offset: number, session: Session): Promise<Hover | null> {
  const inner = await innerHover(snapshot, offset);
  const found = inner ?? outerHover(snapshot, offset, session);
  if (found === undefined) return null;
  return { contents: toMarkup(found.text, session), range: toRange(snapshot.text, found.range, session) };
}

function outerHover(snapshot: Snapshot, offset: number, session: Session) {
  return hoverAt(snapshot.document, offset, {
    root: snapshot.boundAt(offset)?.root,
    kind: snapshot.kind,
    names: () => snapshot.names,
    output: () => snapshot.output,
    local: (name) => {
      const answer = snapshot.host.inputs?.file(name);
      return answer === undefined || 'problem' in answer ? undefined : answer.length;
    },
    effective: (binding) => effective(snapshot, binding, session),
  });
}

function effective({ uri }: Snapshot, binding: Binding, { projects }: Session): string | undefined {
  const own = sameUri(uri);
  return effectiveValue(binding, {
    merges: projects.mergesOf(uri),
    isHere: (other) => sameUri(other) === own,
    link: (to, line) => `[${projects.nameOf(to)}:${line}](${to}#L${line})`,
  });
}

async function innerHover(snapshot: Snapshot, offset: number) {
  // A text has nothing to say of most of its places; the config around it does.
  for (let spot = snapshot.embeddedAt(offset); spot; spot = spot.around) {
    const found = (await spot.language.load()).hover(spot.text, spot.offset);
    if (found) return { text: found.text, range: spot.region.toSourceRange(found.range) };
  }
  return undefined;
}

export default {
  name: 'hover',
  capabilities: () => ({ hoverProvider: true }),
  requests: [
    request('textDocument/hover', ({ textDocument, position }: HoverParams, { session }) => {
      const snapshot = session.get(textDocument.uri);
      if (snapshot === undefined || snapshot.isTooLong) return null;
      return hover(snapshot, snapshot.text.offsetAt(position, session.encoding), session);
    }),
  ],
} satisfies Feature;
