// The compiled output of a config as a document of its own, with where each piece comes from.
import { bytesOfFile, printOutput } from '../../../compiler/src/editor/index.ts';
import { toLocation } from '../convert.ts';
import { toRangeIn } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';
import { type OutputParams, type OutputResult, type OutputSegment, outputRequest } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

function outputOf(snapshot: Snapshot, isCompact: boolean, session: Session): OutputResult {
  const version = snapshot.text.version;
  const { config, diagnostics } = snapshot.inspection;
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const { output } = snapshot;
  if (config === undefined || output === undefined) return { languageId: 'json', version, map: [], errors };
  const written = printOutput(config, true);
  const size = bytesOfFile(written.text);
  if (isCompact) return { text: written.text, languageId: written.languageId, size, version, map: [], errors };
  const { text, sourceMap, languageId } = output;
  const rangeIn = toRangeIn(text, session);
  const map = sourceMap.segments.flatMap((segment): OutputSegment[] => {
    const source = toLocation(segment.origin.location, session);
    if (source === undefined) return [];
    const { by } = segment.origin;
    return [{ output: rangeIn(segment.output), source, ...(by === undefined ? {} : { by }) }];
  });
  return { text, languageId, size, version, map, errors };
}

export default {
  name: 'output',
  capabilities: () => ({ experimental: { kindlingOutput: true } }),
  requests: [
    request(outputRequest, ({ textDocument, isCompact }: OutputParams, { session }): OutputResult | null => {
      const snapshot = session.find(textDocument.uri);
      if (snapshot === undefined || snapshot.kind !== 'butane' || snapshot.isTooLong) return null;
      return outputOf(snapshot, isCompact === true, session);
    }),
  ],
} satisfies Feature;
