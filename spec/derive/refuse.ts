// The schema of a field that a variant refuses: only what counts as nothing passes.
import type { FilterRule, SpecNode } from '../model.ts';
import type { JsonSchema } from './schema.ts';

/** `when` is what the rule refuses: anything set, or anything not empty. */
export function refuse(node: SpecNode, when: FilterRule['when']): JsonSchema {
  switch (node.kind) {
    case 'list':
      return { type: ['array', 'null'], items: { type: 'null' } };
    case 'object': {
      const members = Object.entries(node.fields).map(([name, field]) => [name, refuse(field.node, when)] as const);
      return { type: ['object', 'null'], properties: Object.fromEntries(members), additionalProperties: false };
    }
    case 'map':
      return { type: ['object', 'null'], maxProperties: 0 };
    default:
      return when === 'set' ? { type: 'null' } : { enum: ['', null] };
  }
}
