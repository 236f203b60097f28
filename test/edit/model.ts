// What an edit is to leave of a tree, as plain data: kinds, styles, texts, anchors, tags and aliases, without places.
import type { SyntaxNode } from '../../compiler/src/syntax/nodes.ts';

export type MapModel = { kind: 'map'; style: string; props: string; pairs: { key: Model; value: Model }[] };
export type SeqModel = { kind: 'seq'; style: string; props: string; items: Model[] };

export type Model =
  | MapModel
  | SeqModel
  | { kind: 'scalar'; style: string; props: string; text: string }
  | { kind: 'alias'; style: string; props: string; text: string }
  | { kind: 'missing'; style: string; props: string };

export function modelOf(node: SyntaxNode): Model {
  const props = [node.anchor && `&${node.anchor.text}`, node.tag?.text].filter((each) => each !== undefined).join(' ');
  switch (node.kind) {
    case 'map':
      return {
        kind: 'map',
        style: node.style,
        props,
        pairs: node.pairs.map(({ key, value }) => ({ key: modelOf(key), value: modelOf(value) })),
      };
    case 'seq':
      return { kind: 'seq', style: node.style, props, items: node.items.map(modelOf) };
    case 'scalar':
      return { kind: 'scalar', style: node.style, props, text: node.text };
    case 'alias':
      return { kind: 'alias', style: '', props, text: node.name };
    case 'missing':
      return { kind: 'missing', style: '', props };
  }
}

/** A model whose styles do not matter, for what is new. */
export function anyStyle(model: Model): Model {
  if (model.kind === 'map') {
    const pairs = model.pairs.map(({ key, value }) => ({ key: anyStyle(key), value: anyStyle(value) }));
    return { ...model, style: '', pairs };
  }
  return model.kind === 'seq' ? { ...model, style: '', items: model.items.map(anyStyle) } : { ...model, style: '' };
}

/** Every node of a tree, with the steps that lead to it in the model. */
export function nodesOf(root: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [root];
  for (let index = 0; index < found.length; index++) {
    const node = found[index];
    if (node?.kind === 'map') for (const { key, value } of node.pairs) found.push(key, value);
    if (node?.kind === 'seq') found.push(...node.items);
  }
  return found;
}

/** Each alias of a model and what it stands for: the nearest anchor of its name before it. */
export function targetsOf(root: Model): ReadonlyMap<Model, Model | undefined> {
  const anchors = new Map<string, Model>();
  const targets = new Map<Model, Model | undefined>();
  const visit = (model: Model): void => {
    const anchor = /^&(\S+)/.exec(model.props)?.[1];
    if (anchor !== undefined) anchors.set(anchor, model);
    if (model.kind === 'alias') targets.set(model, anchors.get(model.text));
    if (model.kind === 'seq') model.items.forEach(visit);
    if (model.kind !== 'map') return;
    for (const { key, value } of model.pairs) {
      visit(key);
      visit(value);
    }
  };
  visit(root);
  return targets;
}
