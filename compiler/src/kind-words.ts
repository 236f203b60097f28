// Kinds in the words of messages: what a field wants, and what was written.
import type { SpecNode } from '../../spec/model.ts';
import type { Binding } from './binding.ts';
import type { SyntaxNode } from './syntax/nodes.ts';
import { resolveTag } from './syntax/resolve-scalar.ts';
import { shorten } from './syntax/shorten.ts';

/** `` `files` ``, or `an item of` it. */
export function describePlace({ step, parent }: Pick<Binding, 'step' | 'parent'>): string {
  if (step === undefined) return 'the document';
  return typeof step === 'string' ? `\`${step}\`` : `an item of \`${parent?.step ?? ''}\``;
}

/** `a list of objects`. */
export function describeSpec(spec: SpecNode): string {
  switch (spec.kind) {
    case 'string':
      return 'a text';
    case 'int':
      return 'a whole number';
    case 'bool':
      return '`true` or `false`';
    case 'map':
      return 'a mapping of texts';
    case 'object':
      return 'a mapping (`key: value`)';
    case 'list':
      return spec.item.kind === 'object' ? 'a list of mappings (`- key: value`)' : 'a list of texts (`- text`)';
  }
}

/** `the text \`abc\``. */
export function describeNode(node: SyntaxNode): string {
  switch (node.kind) {
    case 'map':
      return 'a mapping';
    case 'seq':
      return 'a list';
    case 'alias':
      return `the alias \`*${node.name}\``;
    case 'missing':
      return 'nothing';
    case 'scalar':
      return `${scalarWord(resolveTag(node))} \`${shorten(node.text)}\``;
  }
}

function scalarWord(tag: string): string {
  switch (tag) {
    case 'int':
    case 'float':
      return 'the number';
    case 'bool':
      return 'the truth value';
    case 'timestamp':
      return 'the date';
    default:
      return 'the text';
  }
}
