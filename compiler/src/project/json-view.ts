// A YAML tree seen as JSON, the way a cluster sees it: aliases unfolded, scalars of the types that YAML gives them, numbers
// with their value (`1e+06` is 1000000). The places stay those of the YAML. Never judges anything.
import type { MapNode, Pair, ScalarNode, SeqNode, SyntaxNode } from '../syntax/nodes.ts';
import { isMergeKey, readBool, resolveTag } from '../syntax/resolve-scalar.ts';
import { resolveNumber } from '../text/yaml-number.ts';

/** How many values aliases may unfold to. */
const mostValues = 1_000_000;

/** Levels that are looked at; no spec has a tenth of them. The reader of YAML takes more than the stack of a walk does. */
const deepest = 500;

/**
 * The JSON view of a tree; what aliases unfold to beyond a bound, or inside themselves, is null, and so is what is nested too
 * deeply to mean anything.
 */
export function jsonView(root: SyntaxNode): SyntaxNode {
  return new Viewer().view(root, undefined);
}

type Building<T> = { -readonly [K in keyof T]: T[K] };

class Viewer {
  #left = mostValues;
  readonly #open = new Set<SyntaxNode>();

  view(node: SyntaxNode, parent: Pair | SeqNode | undefined): SyntaxNode {
    if (this.#left-- <= 0 || this.#open.size >= deepest) return scalar(node, parent, 'plain', 'null');
    switch (node.kind) {
      case 'alias': {
        const { target } = node;
        if (target === undefined || this.#open.has(target)) return scalar(node, parent, 'plain', 'null');
        // What an alias stands for is reported at the alias.
        return { ...this.view(target, parent), range: node.range };
      }
      case 'map':
        return this.#inside(node, () => this.#map(node, parent));
      case 'seq':
        return this.#inside(node, () => this.#seq(node, parent));
      case 'missing':
        return scalar(node, parent, 'plain', 'null');
      case 'scalar':
        return viewScalar(node, parent);
    }
  }

  #inside<T>(node: SyntaxNode, work: () => T): T {
    this.#open.add(node);
    const result = work();
    this.#open.delete(node);
    return result;
  }

  #seq(node: SeqNode, parent: SeqNode['parent']): SeqNode {
    const items: SyntaxNode[] = [];
    const seq: SeqNode = {
      kind: 'seq',
      style: 'flow',
      range: node.range,
      parent,
      anchor: undefined,
      tag: undefined,
      items,
    };
    for (const item of node.items) items.push(this.view(item, seq));
    return seq;
  }

  #map(node: MapNode, parent: MapNode['parent']): MapNode {
    const pairs: Pair[] = [];
    const map: MapNode = {
      kind: 'map',
      style: 'flow',
      range: node.range,
      parent,
      anchor: undefined,
      tag: undefined,
      pairs,
    };
    // Merged entries stand first, so that the mapping's own ones, which count as the later ones, win.
    for (const pair of [...this.#mergedPairs(node), ...node.pairs]) {
      if (isMergeKey(pair.key)) continue;
      const view: Building<Pair> = { kind: 'pair', parent: map, range: pair.range, key: pair.key, value: pair.value };
      view.key = keyView(pair.key, view);
      view.value = this.view(pair.value, view);
      pairs.push(view);
    }
    return map;
  }

  #mergedPairs(node: MapNode): readonly Pair[] {
    return node.pairs
      .filter(({ key }) => isMergeKey(key))
      .flatMap(({ value }) => {
        const sources = value.kind === 'seq' ? [...value.items].reverse() : [value];
        return sources.flatMap((source) => {
          const from = source.kind === 'alias' ? source.target : source;
          if (from?.kind !== 'map' || this.#open.has(from) || this.#open.size >= deepest || this.#left-- <= 0)
            return [];
          return this.#inside(from, () => [...this.#mergedPairs(from), ...from.pairs]);
        });
      });
  }
}

function keyView(key: SyntaxNode, pair: Pair): SyntaxNode {
  const target = key.kind === 'alias' ? key.target : key;
  return scalar(key, pair, 'double', target?.kind === 'scalar' ? target.text : '');
}

function viewScalar(node: ScalarNode, parent: ScalarNode['parent']): ScalarNode {
  switch (resolveTag(node)) {
    case 'null':
      return scalar(node, parent, 'plain', 'null');
    case 'bool': {
      const reading = readBool(node);
      return scalar(node, parent, 'plain', reading.kind === 'bool' && reading.value ? 'true' : 'false');
    }
    case 'int':
    case 'float': {
      const number = numberText(node.text);
      return number === undefined ? scalar(node, parent, 'double', node.text) : scalar(node, parent, 'plain', number);
    }
    default:
      return scalar(node, parent, 'double', node.text);
  }
}

/** A number as JSON has it; undefined for infinities and what is none. */
function numberText(text: string): string | undefined {
  const number = resolveNumber(text);
  if (number === undefined) return undefined;
  if (number.kind === 'int') return number.value.toString();
  if (!Number.isFinite(number.value)) return undefined;
  return Number.isInteger(number.value) ? BigInt(number.value).toString() : String(number.value);
}

function scalar(node: SyntaxNode, parent: ScalarNode['parent'], style: 'plain' | 'double', text: string): ScalarNode {
  const { range } = node;
  const written = node.kind === 'scalar' ? { written: node } : {};
  return {
    kind: 'scalar',
    style,
    text,
    range,
    valueRange: range,
    parent,
    anchor: undefined,
    tag: undefined,
    ...written,
  };
}
