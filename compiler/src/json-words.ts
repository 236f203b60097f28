// Kinds in the words of messages about JSON: what a field wants, and what was written. `kind-words.ts` is the same for YAML.
import type { SpecNode } from '../../spec/model.ts';
import type { ScalarNode, SyntaxNode } from './syntax/nodes.ts';
import { isJsonNumber } from './syntax/scan-json-word.ts';
import { shorten } from './syntax/shorten.ts';

/** `an array of objects`. */
export function describeJsonSpec(spec: SpecNode): string {
  switch (spec.kind) {
    case 'string':
      return 'a text in double quotes';
    case 'int':
      return 'a whole number of 64 bits';
    case 'bool':
      return '`true` or `false`';
    case 'list':
      return spec.item.kind === 'object' ? 'an array of objects (`[{}]`)' : 'an array of texts (`[""]`)';
    default:
      return 'an object (`{}`)';
  }
}

/** `the number \`5\``. */
export function describeJsonNode(node: SyntaxNode): string {
  switch (node.kind) {
    case 'map':
      return 'an object';
    case 'seq':
      return 'an array';
    case 'scalar':
      return `the ${scalarWord(node)} ${quoted(node)}`;
    default:
      return 'nothing';
  }
}

function scalarWord({ style, text }: ScalarNode): string {
  if (style !== 'plain') return 'text';
  return isJsonNumber(text) ? 'number' : 'value';
}

function quoted({ style, text }: ScalarNode): string {
  const shown = shorten(text);
  return style === 'plain' ? `\`${shown}\`` : `\`"${shown}"\``;
}
