// What a field's texts say together, as Markdown: for schemas and reference pages (and for whoever else shows a field).
// Nothing is said here that the shapes do not say.
import { camelCase, type Side } from '../fields.ts';
import { holds, isOpen, type Point } from '../gate.ts';
import type { AllowedValue, Example, Field, FilterRule, SpecNode } from '../model.ts';

/** The texts allowed at a point; undefined where every text is. The empty text, which stands for absent, is left out. */
export function allowedValues(field: Field, point: Point): readonly AllowedValue[] | undefined {
  if (field.values === undefined || acceptsOthers(field, point)) return undefined;
  return proposedValues(field, point);
}

/** The texts that are worth proposing at a point. */
export function proposedValues(field: Field, point: Point): readonly AllowedValue[] {
  return (field.values ?? []).filter(({ value, gate }) => value !== '' && isOpen(gate, point));
}

export function acceptsOthers(field: Field, point: Point): boolean {
  return field.valuesOpen !== undefined && isOpen(field.valuesOpen, point);
}

/** Whether a config without the field is always refused. */
export function isRequired(field: Field, point: Point, side: Side): boolean {
  if (field.required === undefined || !holds(field.required, point)) return false;
  return side === 'output' || field.supplied === undefined || !isOpen(field.supplied, point);
}

/** What a reader should know of a field beside its name and type, in paragraphs of Markdown. */
export function paragraphsOf(field: Field, side: Side, refusal?: FilterRule): readonly string[] {
  const sentences = [field.doc, field.note, side === 'source' ? field.sourceNote : undefined];
  const paragraphs = [
    sentences.filter((sentence) => sentence !== undefined).join(' '),
    refusal && `Refused: ${refusal.reason}.`,
    field.form && `Form: ${field.form}.`,
    field.default && `Default: ${field.default}`,
  ].filter((paragraph) => paragraph !== undefined);
  return side === 'source' ? paragraphs : paragraphs.map((paragraph) => inOutputNames(paragraph));
}

/** Names in backticks as Ignition JSON spells them: `should_exist` is `shouldExist` there. */
function inOutputNames(markdown: string): string {
  return markdown.replace(/`([a-z0-9]+(?:_[a-z0-9]+)+)`/g, (_, name: string) => `\`${camelCase(name)}\``);
}

/** Markdown without its marks, for readers that show text as it is. */
export function plain(markdown: string): string {
  return markdown.replaceAll('`', '');
}

/** What kind of value a node is, in words. */
export function typeName(node: SpecNode): string {
  switch (node.kind) {
    case 'string':
      return 'text';
    case 'int':
      return 'integer';
    case 'bool':
      return 'true or false';
    case 'map':
      return 'mapping of texts';
    case 'object':
      return 'mapping';
    case 'list':
      return node.item.kind === 'object' ? 'list of mappings' : `list of ${typeName(node.item)}s`;
  }
}

/** An example as it can be written in YAML on one line. */
export function exampleCode(field: Field): string {
  if (field.role === 'mode') return String(field.example);
  return flow(field.example);
}

function flow(example: Example): string {
  if (typeof example === 'object') {
    if (isList(example)) return `[${example.map(flow).join(', ')}]`;
    const members = Object.entries(example).map(
      ([key, value]) => `${scalar(key)}: ${key === 'mode' ? String(value) : flow(value)}`,
    );
    return `{${members.join(', ')}}`;
  }
  return typeof example === 'string' ? scalar(example) : String(example);
}

/** `Array.isArray` does not narrow readonly lists. */
function isList(example: Example): example is readonly Example[] {
  return Array.isArray(example);
}

/** Plain where it is plainly a text, in double quotes (as JSON) otherwise. */
function scalar(text: string): string {
  const isPlain =
    /^[A-Za-z/.][A-Za-z0-9/._+=@ -]*(?::\/\/[A-Za-z0-9/._-]+)?$/.test(text) &&
    !/ $/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n|\.(?:inf|nan|\d).*)$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
}

/** The members of a node that are fields themselves: of an object, or of the items of a list. */
export function childrenOf(node: SpecNode) {
  const inner = node.kind === 'list' ? node.item : node;
  return inner.kind === 'object' ? inner : undefined;
}

/** Path of a member, `[]` after a list: `storage.files[].path`. */
export function memberPath(parent: string, parentNode: SpecNode, name: string): string {
  if (parent === '') return name;
  return `${parent}${parentNode.kind === 'list' ? '[]' : ''}.${name}`;
}
