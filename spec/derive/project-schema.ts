// The JSON Schema of `kindling.yaml`, for editors.
import type { Field, ObjectNode, SpecNode } from '../model.ts';
import { project } from '../shapes/project.ts';
import type { JsonSchema, JsonValue } from './schema.ts';

export function projectSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'urn:kindling:schema:project',
    title: 'Kindling project (kindling.yaml)',
    ...objectSchema(project),
  };
}

function objectSchema(node: ObjectNode): JsonSchema {
  const fields = Object.entries(node.fields);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

function fieldSchema(field: Field): JsonSchema {
  const more = [field.default && `Default: ${field.default}`].filter((text) => text !== undefined);
  return {
    ...nodeSchema(field.node, field),
    description: [field.doc, ...more].join(' '),
    examples: [field.example as JsonValue],
  };
}

function nodeSchema(node: SpecNode, field?: Field): JsonSchema {
  switch (node.kind) {
    case 'object':
      return objectSchema(node);
    case 'list':
      return { type: 'array', items: nodeSchema(node.item), ...(field?.required ? { minItems: 1 } : {}) };
    case 'map':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'int':
      return { type: 'integer' };
    case 'bool':
      return { type: 'boolean' };
    case 'string':
      return { type: 'string', ...(field?.values ? { enum: field.values.map(({ value }) => value) } : {}) };
  }
}
