// The compiled output of a config as a document of its own, with where each piece comes from.
import type { Range } from 'vscode-languageserver';
import { bytesOfFile, type CompiledOutput } from '../../../compiler/src/editor/index.ts';
import { toLocation } from '../convert.ts';
import { toRangeIn } from '../convert-structure.ts';
import { type Feature, request } from '../feature.ts';
import { type OutputMap, type OutputParams, type OutputResult, outputRequest } from '../protocol.ts';
import type { Session } from '../session.ts';
import type { Snapshot } from '../snapshot.ts';

function outputOf(snapshot: Snapshot, isCompact: boolean, session: Session): OutputResult {
  const version = snapshot.text.version;
  const errors = snapshot.count('error');
  const { output, written } = snapshot;
  if (output === undefined || written === undefined) return { languageId: 'json', version, errors };
  const size = bytesOfFile(written.text);
  if (isCompact) return { text: written.text, languageId: written.languageId, size, version, errors };
  return { text: output.text, languageId: output.languageId, size, version, map: mapOf(output, session), errors };
}

function mapOf({ text, sourceMap }: CompiledOutput, session: Session): OutputMap {
  const rangeIn = toRangeIn(text, session);
  const uris = new Numbering();
  const sugar = new Numbering();
  const pieces = sourceMap.segments.flatMap(({ output, origin: { location, by } }) => {
    const source = toLocation(location, session);
    if (source === undefined) return [];
    const made = by === undefined ? -1 : sugar.of(by);
    return [...numbers(rangeIn(output)), uris.of(source.uri), ...numbers(source.range), made];
  });
  return { uris: uris.names, sugar: sugar.names, pieces };
}

function numbers({ start, end }: Range): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}

/** Gives each name its index in the order of their first use. */
class Numbering {
  readonly #indexes = new Map<string, number>();

  get names(): readonly string[] {
    return [...this.#indexes.keys()];
  }

  of(name: string): number {
    const known = this.#indexes.get(name) ?? this.#indexes.size;
    this.#indexes.set(name, known);
    return known;
  }
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
