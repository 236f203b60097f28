// Notes that point to the other places of a finding.
import type { DiagnosticNote } from '../../diagnostic/diagnostic.ts';
import type { OutNode } from '../../output/nodes.ts';

/** `message` at the place of `node`. */
export function noteAt(node: OutNode, message: string): DiagnosticNote {
  return { message, location: node.origin.location };
}
