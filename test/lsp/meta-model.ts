// The protocol's own description (metaModel.json of LSP 3.18) as a judge of what the server sends. The file is in no package;
// the environment variable KINDLING_LSP_METAMODEL says where it is. Without it nothing is judged, and a test says so.
import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Message } from './client.ts';

const path = process.env.KINDLING_LSP_METAMODEL;

interface Type {
  readonly kind: string;
  readonly name?: string;
  readonly element?: Type;
  readonly items?: readonly Type[];
  readonly value?: unknown;
}

interface Property {
  readonly name: string;
  readonly type: Type;
  readonly optional?: boolean;
}

interface Structure {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends?: readonly Type[];
  readonly mixins?: readonly Type[];
}

interface Method {
  readonly method: string;
  readonly messageDirection: string;
  readonly params?: Type | readonly Type[];
  readonly result?: Type;
  readonly serverCapability?: string;
}

interface MetaModel {
  readonly requests: readonly Method[];
  readonly notifications: readonly Method[];
  readonly structures: readonly Structure[];
  readonly enumerations: readonly {
    readonly name: string;
    readonly type: Type;
    readonly values: readonly { readonly value: unknown }[];
    readonly supportsCustomValues?: boolean;
  }[];
  readonly typeAliases: readonly { readonly name: string; readonly type: Type }[];
}

type Schema = Readonly<Record<string, unknown>>;

const bases: Readonly<Record<string, Schema>> = {
  string: { type: 'string' },
  DocumentUri: { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9+.-]*:' },
  URI: { type: 'string' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uinteger: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  decimal: { type: 'number' },
  boolean: { type: 'boolean' },
  null: { type: 'null' },
  RegExp: { type: 'string' },
};

class Model {
  readonly requests: ReadonlyMap<string, Method>;
  readonly notifications: ReadonlyMap<string, Method>;
  readonly #structures: ReadonlyMap<string, Structure>;
  readonly #ajv = new Ajv2020({ strict: false });
  readonly #compiled = new Map<string, ValidateFunction>();
  readonly #definitions: Record<string, Schema> = {};

  constructor(model: MetaModel) {
    this.requests = new Map(model.requests.map((each) => [each.method, each]));
    this.notifications = new Map(model.notifications.map((each) => [each.method, each]));
    this.#structures = new Map(model.structures.map((each) => [each.name, each]));
    for (const { name } of model.structures) this.#definitions[name] = this.#object(this.#propertiesOf(name));
    for (const { name, type, values, supportsCustomValues } of model.enumerations) {
      this.#definitions[name] = supportsCustomValues ? this.#schema(type) : { enum: values.map(({ value }) => value) };
    }
    const any = new Set(['LSPAny', 'LSPObject', 'LSPArray']);
    for (const { name, type } of model.typeAliases) this.#definitions[name] = any.has(name) ? {} : this.#schema(type);
  }

  /** What is wrong with a value; undefined when nothing is. */
  fault(key: string, type: Type | readonly Type[], value: unknown): string | undefined {
    let validate = this.#compiled.get(key);
    if (validate === undefined) {
      const schema = isList(type) ? { anyOf: type.map((each) => this.#schema(each)) } : this.#schema(type);
      validate = this.#ajv.compile({ $defs: this.#definitions, ...schema });
      this.#compiled.set(key, validate);
    }
    return validate(value) ? undefined : this.#ajv.errorsText(validate.errors);
  }

  #schema(type: Type): Schema {
    const items = (type.items ?? []).map((each) => this.#schema(each));
    switch (type.kind) {
      case 'base':
        return bases[type.name ?? ''] ?? {};
      case 'reference':
        return { $ref: `#/$defs/${type.name}` };
      case 'array':
        return { type: 'array', items: type.element ? this.#schema(type.element) : {} };
      case 'tuple':
        return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length };
      case 'or':
        return { anyOf: items };
      case 'and':
        return { allOf: items };
      case 'map':
        return { type: 'object', additionalProperties: this.#schema(type.value as Type) };
      case 'literal':
        return this.#object((type.value as { readonly properties: readonly Property[] }).properties);
      default:
        return { const: type.value };
    }
  }

  #propertiesOf(name: string): readonly Property[] {
    const structure = this.#structures.get(name);
    const all = new Map<string, Property>();
    for (const { name: from } of [...(structure?.extends ?? []), ...(structure?.mixins ?? [])]) {
      for (const property of this.#propertiesOf(from ?? '')) all.set(property.name, property);
    }
    for (const property of structure?.properties ?? []) all.set(property.name, property);
    return [...all.values()];
  }

  #object(properties: readonly Property[]): Schema {
    return {
      type: 'object',
      properties: Object.fromEntries(properties.map(({ name, type }) => [name, this.#schema(type)])),
      required: properties.filter(({ optional }) => !optional).map(({ name }) => name),
      // A misspelt member would be taken for one of the client's own.
      ...(properties.length > 0 ? { additionalProperties: false } : {}),
    };
  }
}

function isList(type: Type | readonly Type[]): type is readonly Type[] {
  return Array.isArray(type);
}

/** Undefined when the description is not at hand. */
export const model = path === undefined ? undefined : new Model(JSON.parse(readFileSync(path, 'utf8')));

/** Judges the messages of one server. */
export class MessageJudge {
  readonly faults: string[] = [];
  judged = 0;
  readonly #asked = new Map<number | string, string>();

  asked(id: number | string, method: string): void {
    this.#asked.set(id, method);
  }

  received(message: Message): void {
    this.judged++;
    if (message.jsonrpc !== '2.0') this.faults.push('jsonrpc is not 2.0');
    if (message.method === undefined) this.#response(message);
    else if (message.id === undefined) this.#own(message, model?.notifications.get(message.method));
    else this.#own(message, model?.requests.get(message.method));
  }

  #own({ method = '', params }: Message, known: Method | undefined): void {
    if (model === undefined || method.startsWith('$/') || method.startsWith('kindling/')) return;
    if (known === undefined) this.faults.push(`${method} is no method of the protocol`);
    else if (known.messageDirection === 'clientToServer') this.faults.push(`${method} is not for servers to send`);
    else if (known.params) this.#note(method, model.fault(`params ${method}`, known.params, params));
  }

  #response(message: Message): void {
    const { id, result, error } = message;
    if (id === null && error) return;
    const method = this.#asked.get(id ?? '');
    if (method === undefined) {
      this.faults.push(`an answer to nothing: ${id}`);
      return;
    }
    this.#asked.delete(id ?? '');
    if ('result' in message === 'error' in message) this.faults.push(`${method}: a result or an error, one of them`);
    if (error && !Number.isInteger(error.code)) this.faults.push(`${method}: the error has no code`);
    const known = model?.requests.get(method);
    if ('result' in message && known?.result)
      this.#note(method, model?.fault(`result ${method}`, known.result, result));
  }

  #note(method: string, fault: string | undefined): void {
    if (fault !== undefined) this.faults.push(`${method}: ${fault}`);
  }
}
