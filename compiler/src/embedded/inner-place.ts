// Where in a source the inside of a value is written.
import { Binding } from '../binding.ts';
import type { DiagnosticPlace } from '../diagnostic/definition.ts';
import type { OutText } from '../output/nodes.ts';
import type { ScalarNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { type Region, regionOf, writtenScalar } from './region.ts';

/** A text that is written in place: its scalar, and the map of the scalar. */
export interface WrittenText {
  readonly node: ScalarNode;
  readonly region: Region;
}

/** Where a text is written as it is; undefined of one behind an alias, in base64, or made by sugar. */
export function writtenText({ origin, value }: OutText): WrittenText | undefined {
  if (!(origin instanceof Binding) || !origin.inPlace || origin.node.kind !== 'scalar') return undefined;
  const node = writtenScalar(origin.node);
  const region = node?.text === value ? regionOf(node, origin.document.text) : undefined;
  return node && region && { node, region };
}

/** The place of a piece of a text; undefined when the text is not written as it is. */
export function innerPlace(text: OutText, range: SourceRange): DiagnosticPlace | undefined {
  const written = writtenText(text);
  if (written === undefined) return undefined;
  const { location, path } = text.origin;
  return { location: { uri: location.uri, range: written.region.toSourceRange(range) }, path };
}
