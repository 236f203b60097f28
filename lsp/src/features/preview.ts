// What a config makes of a machine, for previews. Values go over as they are; their places become the protocol's.
import { previewOf } from '../../../compiler/src/preview/preview.ts';
import { toLocation } from '../convert.ts';
import { type Feature, request } from '../feature.ts';
import { type PlacedPreview, type PreviewParams, type PreviewResult, previewRequest } from '../preview-protocol.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

function resultOf(snapshot: Snapshot, session: Session): PreviewResult {
  const { config } = snapshot.inspection;
  const { version } = snapshot.text;
  const base = { version, errors: snapshot.count('error'), warnings: snapshot.count('warning') };
  if (config === undefined) return base;
  const spec = `${config.spec.variant} ${config.spec.version}`;
  // The type says what `placed` makes of the compiler's preview.
  return { ...base, spec, preview: placed(previewOf(config), session) as PlacedPreview };
}

/** The same value with each `source` as a place of the protocol; a place in a text that is not at hand is left out. */
function placed(value: unknown, session: Session): unknown {
  if (Array.isArray(value)) return value.map((item) => placed(item, session));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).flatMap(([key, member]) => {
    if (key !== 'source') return [[key, placed(member, session)]];
    const place = toLocation(member, session);
    return place === undefined ? [] : [[key, place]];
  });
  return Object.fromEntries(members);
}

export default {
  name: 'preview',
  capabilities: () => ({}),
  requests: [
    request(previewRequest, ({ textDocument }: PreviewParams, { session }): PreviewResult | null => {
      const snapshot = session.find(textDocument.uri);
      if (snapshot === undefined || snapshot.kind !== 'butane' || snapshot.isTooLong) return null;
      return resultOf(snapshot, session);
    }),
  ],
} satisfies Feature;
