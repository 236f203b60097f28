// Where in a source the inside of a value is written.
import { Binding } from '../binding.ts';
import type { DiagnosticPlace } from '../diagnostic/definition.ts';
import type { OutText } from '../output/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { type Region, regionOf } from './region.ts';

/** The map of a text that is written in place as it is; none of one behind an alias, in base64, or made by sugar. */
export function regionOfText({ origin, value }: OutText): Region | undefined {
  if (!(origin instanceof Binding) || !origin.inPlace) return undefined;
  const { node, document } = origin;
  return node.kind === 'scalar' && node.text === value ? regionOf(node, document.text) : undefined;
}

/** The place of a piece of a text; undefined when the text is not written as it is. */
export function innerPlace(text: OutText, range: SourceRange): DiagnosticPlace | undefined {
  const region = regionOfText(text);
  if (region === undefined) return undefined;
  const { location, path } = text.origin;
  return { location: { uri: location.uri, range: region.toSourceRange(range) }, path };
}
