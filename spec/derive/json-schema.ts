// JSON Schemas (draft-07, which YAML editors understand best) of Butane configs and of Ignition JSON. A schema accepts
// whatever the compiler accepts, and refuses as much of the rest as a schema can: what it cannot say is left to the checks.
// The one thing that it refuses and the compiler only warns of is a key that the spec does not know.
import { fieldsOf, outName, type Side } from '../fields.ts';
import type { Point } from '../gate.ts';
import type { Example, Field, FilterRule, MapNode, ObjectNode, SpecNode } from '../model.ts';
import type { IgnitionSpec, Spec } from '../resolve.ts';
import { config } from '../shapes/config.ts';
import {
  acceptsOthers,
  allowedValues,
  childrenOf,
  exampleCode,
  isRequired,
  memberPath,
  paragraphsOf,
  plain,
  proposedValues,
} from './describe.ts';
import { refuse } from './refuse.ts';
import { flag, text, version, whole } from './scalars.ts';
import type { JsonSchema, JsonValue } from './schema.ts';

/** The schema of one Butane spec's configs. */
export function butaneSchema(spec: Spec): JsonSchema {
  const schema = new Writer(spec.point, 'source', spec).root();
  return {
    $schema: draft,
    $id: `urn:kindling:schema:butane:${spec.variant}:${spec.version}`,
    title: `Butane config, ${spec.variant} ${spec.version} (Ignition ${spec.ignition.version})`,
    ...schema,
  };
}

/** The schema of the Ignition JSON of one version. */
export function ignitionSchema(spec: IgnitionSpec): JsonSchema {
  const schema = new Writer(spec.point, 'output', spec).root();
  return {
    $schema: draft,
    $id: `urn:kindling:schema:ignition:${spec.version}`,
    title: `Ignition config ${spec.version}`,
    ...schema,
    // Not so in Butane, where the section is optional because the compiler writes the version.
    required: ['ignition'],
  };
}

const draft = 'http://json-schema.org/draft-07/schema#';

/** Writes one schema. Shapes that several fields share become definitions. */
class Writer {
  readonly #point: Point;
  readonly #side: Side;
  readonly #spec: Spec | IgnitionSpec;
  readonly #refusals: ReadonlyMap<string, FilterRule>;
  readonly #names: ReadonlyMap<ObjectNode, string>;
  readonly #definitions: Record<string, JsonSchema> = {};

  constructor(point: Point, side: Side, spec: Spec | IgnitionSpec) {
    this.#point = point;
    this.#side = side;
    this.#spec = spec;
    this.#refusals = new Map('filters' in spec ? spec.filters.map((rule) => [rule.path, rule]) : []);
    this.#names = sharedNodes(point, side);
  }

  root(): JsonSchema {
    const body = this.#object(config, '', config);
    const scalars = { text: text(this.#side), whole: whole(this.#side), flag: flag(this.#side) };
    return { ...body, type: 'object', definitions: { ...scalars, ...this.#definitions } };
  }

  #object(node: ObjectNode, path: string, owner: SpecNode): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const [name, field] of fieldsOf(node, this.#point, this.#side)) {
      const key = this.#side === 'source' ? name : outName(name, field);
      properties[key] = this.#field(field, memberPath(path, owner, name));
      if (isRequired(field, this.#point, this.#side)) required.push(key);
    }
    return {
      type: ['object', 'null'],
      properties,
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: false,
    };
  }

  #field(field: Field, path: string): JsonSchema {
    const refusal = this.#refusals.get(path);
    const schema = { ...this.#value(field, path), ...this.#texts(field, refusal) };
    if (refusal === undefined) return schema;
    // A MachineConfig's rules do not hold in raw mode, so its schema can only warn.
    if ('wrapper' in this.#spec) return { ...schema, deprecationMessage: `Refused: ${plain(refusal.reason)}.` };
    return { ...refuse(field.node, refusal.when), ...this.#texts(field, refusal) };
  }

  #value(field: Field, path: string): JsonSchema {
    if (path === 'variant' && 'variant' in this.#spec) return { const: this.#spec.variant };
    if (path === 'version' && 'variant' in this.#spec) return version(this.#spec.version);
    if (path === 'ignition.version') return { const: this.#spec.version };
    const required = isRequired(field, this.#point, this.#side);
    const { node } = field;
    switch (node.kind) {
      case 'string':
        return this.#text(field, required);
      case 'int':
        return { $ref: '#/definitions/whole' };
      case 'bool':
        return { $ref: '#/definitions/flag' };
      case 'map':
        return this.#map(node, required);
      case 'list': {
        const items = node.item.kind === 'object' ? this.#shape(node.item, path, node) : this.#text(field, false);
        return required ? { type: 'array', items, minItems: 1 } : { type: ['array', 'null'], items };
      }
      case 'object':
        return required ? { ...this.#object(node, path, node), type: 'object' } : this.#shape(node, path, node);
    }
  }

  /** A shape in its place, or a reference to it where it is shared. */
  #shape(node: ObjectNode, path: string, owner: SpecNode): JsonSchema {
    const name = this.#names.get(node);
    if (name === undefined) return this.#object(node, path, owner);
    this.#definitions[name] ??= this.#object(node, path, owner);
    return { $ref: `#/definitions/${name}` };
  }

  #text(field: Field, required: boolean): JsonSchema {
    const pattern = patternOf(field);
    const values = allowedValues(field, this.#point);
    if (values !== undefined) return this.#oneOf(field, required);
    const any: JsonSchema =
      required || pattern !== undefined
        ? { ...text(this.#side, required), ...(pattern === undefined ? {} : { pattern }) }
        : { $ref: '#/definitions/text' };
    const proposed = proposedValues(field, this.#point);
    if (proposed.length === 0 || !acceptsOthers(field, this.#point)) return any;
    return { anyOf: [{ enum: proposed.map(({ value }) => value) }, any] };
  }

  /** Numbers count as the text they are written with: `level: 1`. */
  #oneOf(field: Field, required: boolean): JsonSchema {
    const texts = allowedValues(field, this.#point) ?? [];
    const emptyAllowed = field.values?.some(({ value }) => value === '') === true;
    const numbers = this.#side === 'source' ? texts.map(({ value }) => Number(value)).filter(Number.isInteger) : [];
    const extras: readonly JsonValue[] = [...numbers, ...(emptyAllowed ? [''] : []), ...(required ? [] : [null])];
    const docs = texts.map(({ doc }) => doc ?? '');
    return {
      enum: [...texts.map(({ value }) => value), ...extras],
      ...(docs.some((doc) => doc !== '')
        ? { markdownEnumDescriptions: [...docs, ...extras.map((extra) => (extra === null ? 'As if absent.' : ''))] }
        : {}),
    };
  }

  #map(node: MapNode, required: boolean): JsonSchema {
    const keys = node.required ?? [];
    return {
      type: required ? 'object' : ['object', 'null'],
      properties: Object.fromEntries(keys.map((key) => [key, text(this.#side, true)])),
      required: keys,
      additionalProperties: { $ref: '#/definitions/text' },
    };
  }

  #texts(field: Field, refusal: FilterRule | undefined): JsonSchema {
    const paragraphs = paragraphsOf(field, this.#side, refusal);
    const isMode = field.role === 'mode' && this.#side === 'source';
    const markdown = [...paragraphs, ...(isMode ? [`Example: \`${exampleCode(field)}\``] : [])].join('\n\n');
    const description = plain(paragraphs[0] ?? '');
    return {
      description,
      ...(markdown === description ? {} : { markdownDescription: markdown }),
      // An octal mode cannot be said in JSON; editors would write a quoted text, which is refused.
      ...(!isMode && fits(field.example, field.node, this.#point, this.#side)
        ? { examples: [field.example as JsonValue] }
        : {}),
    };
  }
}

function patternOf(field: Field): string | undefined {
  if (field.suffixes === undefined) return field.pattern;
  return `(?:${field.suffixes.map((suffix) => suffix.replace('.', '\\.')).join('|')})$`;
}

/** Whether an example says something in this spec: every member exists, and modes are not in it. */
function fits(example: Example, node: SpecNode, point: Point, side: Side): boolean {
  if (node.kind === 'list') {
    return Array.isArray(example) && example.every((item: Example) => fits(item, node.item, point, side));
  }
  if (node.kind === 'int') return typeof example === 'number';
  if (node.kind !== 'object') return true;
  // Examples are in the source's names.
  if (side === 'output' || typeof example !== 'object') return false;
  const fields = fieldsOf(node, point, side);
  return Object.entries(example).every(([name, value]) => {
    const field = fields.get(name);
    return field !== undefined && fits(value as Example, field.node, point, side);
  });
}

/** The shapes that more than one field has at a point, by the name of the first of these fields. */
function sharedNodes(point: Point, side: Side): ReadonlyMap<ObjectNode, string> {
  const uses = new Map<ObjectNode, { readonly name: string; count: number }>();
  const visit = (node: ObjectNode): void => {
    for (const [name, field] of fieldsOf(node, point, side)) {
      const inner = childrenOf(field.node);
      if (inner === undefined) continue;
      const use = uses.get(inner);
      if (use !== undefined) use.count++;
      else {
        uses.set(inner, { name: side === 'source' ? name : outName(name, field), count: 1 });
        visit(inner);
      }
    }
  };
  visit(config);
  return new Map([...uses].filter(([, use]) => use.count > 1).map(([node, use]) => [node, use.name]));
}
