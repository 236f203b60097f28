// What may have been meant by a key that an object does not know.
import { fieldsOf } from '../../../../spec/fields.ts';
import type { ObjectNode } from '../../../../spec/model.ts';
import { type Spec, specs, specsOf } from '../../../../spec/resolve.ts';
import type { Binding } from '../../binding.ts';
import { nearest } from '../../text/edit-distance.ts';
import { oneOf } from './suggestion.ts';

interface Explanation {
  /** Lower case, to be put behind a semicolon. */
  readonly advice: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why `key` is unknown in the object of `binding`, or what to write instead. */
export function explainUnknownKey(binding: Binding, key: string, spec: Spec): Explanation {
  const node = binding.spec;
  if (node.kind !== 'object') return { advice: 'remove it', data: {} };
  return (
    elsewhereInVariant(binding, node, key, spec) ??
    inOtherVariant(node, key, spec) ??
    atOtherDepth(binding, node, key, spec) ??
    misspelt(node, key, spec)
  );
}

function elsewhereInVariant(binding: Binding, node: ObjectNode, key: string, spec: Spec): Explanation | undefined {
  const having = specsOf(spec.variant).filter((other) => has(node, key, other));
  const path = fieldPath(binding, key);
  const refusal = (other: Spec) => other.filters.find((rule) => rule.path === path);
  const usable = having.filter((other) => refusal(other) === undefined);
  const first = usable.find((other) => !other.experimental) ?? usable[0];
  if (first !== undefined) {
    const advice = `it is available since ${first.variant} ${first.version}`;
    return { advice, data: { variant: first.variant, since: first.version } };
  }
  const reason = having.map((other) => refusal(other)?.reason).find((each) => each !== undefined);
  return reason === undefined ? undefined : { advice: `later versions refuse it: ${reason}`, data: {} };
}

/** The path of a member as filter rules write it: `storage.files[].append`. */
function fieldPath(binding: Binding, key: string): string {
  const steps = binding.path.map((step) => (typeof step === 'number' ? '[]' : `.${step}`));
  return [...steps, `.${key}`].join('').slice(1);
}

function inOtherVariant(node: ObjectNode, key: string, spec: Spec): Explanation | undefined {
  const variants = [...new Set(specs.filter((other) => has(node, key, other)).map((other) => other.variant))];
  if (variants.length === 0) return undefined;
  return { advice: `it is not in ${spec.variant}, but known in ${listed(variants)}`, data: { variants } };
}

/** The same name one level up, or one level down in one member or two: as a rule a matter of indentation. */
function atOtherDepth(binding: Binding, node: ObjectNode, key: string, spec: Spec): Explanation | undefined {
  const above = objectAbove(binding);
  if (above?.spec.kind === 'object' && has(above.spec, key, spec)) {
    const levelsUp = binding.path.length - above.path.length;
    return { advice: `it belongs to ${nameOf(above)}, so check the indentation`, data: { levelsUp } };
  }
  const members = [...fieldsOf(node, spec.point, 'source')];
  const having = members.filter(([, field]) => field.node.kind === 'object' && has(field.node, key, spec));
  if (having.length === 0 || having.length > 2) return undefined;
  const names = having.map(([name]) => name).sort();
  const advice = `it belongs below ${oneOf(names)}, so check the indentation`;
  return { advice, data: names.length === 1 ? { below: names[0] } : {} };
}

function misspelt(node: ObjectNode, key: string, spec: Spec): Explanation {
  const known = [...fieldsOf(node, spec.point, 'source').keys()];
  // The names of Ignition JSON (`mountOptions`) and names with dashes are near, once they are written alike.
  const snake = key.replace(/[- ]/g, '_').replace(/([a-z])([A-Z])/g, '$1_$2');
  const suggestion = abbreviated(snake, known) ?? nearest(snake, known) ?? nearest(key, known);
  if (suggestion !== undefined) return { advice: `did you mean \`${suggestion}\`?`, data: { suggestion } };
  return known.length <= 6
    ? { advice: `known here ${known.length === 1 ? 'is' : 'are'} ${listed(known)}`, data: {} }
    : { advice: 'correct or remove it', data: {} };
}

/** The one name that has all the words of `key`: `password_hash` of `password`. Of names that go on from it, the shortest. */
function abbreviated(key: string, known: readonly string[]): string | undefined {
  const words = key.toLowerCase().split('_');
  // Shorter ones begin too many words.
  if (words.some((word) => word.length < 3)) return undefined;
  const stems = words.map((word) => word.replace(/s$/, ''));
  const having = known.filter((name) => {
    const parts = name.split('_');
    return stems.every((stem) => parts.some((part) => part.startsWith(stem)));
  });
  const [shortest, ...longer] = having.sort((a, b) => a.length - b.length);
  return shortest !== undefined && longer.every((name) => name.startsWith(shortest)) ? shortest : undefined;
}

function has(node: ObjectNode, key: string, spec: Spec): boolean {
  return fieldsOf(node, spec.point, 'source').has(key);
}

function nameOf(binding: Binding): string {
  if (binding.step === undefined) return 'the top level';
  if (typeof binding.step === 'string') return `\`${binding.step}\``;
  return `the item of \`${binding.parent?.step ?? ''}\``;
}

function objectAbove({ parent }: Binding): Binding | undefined {
  return parent === undefined || parent.spec.kind === 'object' ? parent : objectAbove(parent);
}

function listed(texts: readonly string[]): string {
  return oneOf(texts).replace(' or ', ' and ');
}
