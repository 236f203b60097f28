// A text of an editor, read and seen through the language by what it is. Judges nothing: this is all that completion needs
// right after a keystroke.
import type { Point } from '../../../spec/gate.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { bind } from '../bind.ts';
import { bindJson } from '../bind-json.ts';
import type { Binding } from '../binding.ts';
import type { Document } from '../document.ts';
import { readDocument } from '../read-document.ts';
import { readIgnition } from '../validate-ignition.ts';
import { bindMachineConfigs } from './machine-config.ts';
import type { TextKind } from './recognise.ts';
import { rulesOf } from './rules-of.ts';

/** A document of a file, seen through the language. */
export interface BoundDocument {
  readonly document: Document;
  readonly root: Binding;
  /** By whose rules. */
  readonly point: Point;
}

/** The syntax tree of a text, by what it is. */
export function readText(text: string, uri: string, kind: TextKind): Document {
  return kind === 'ignition' ? readIgnition(text, uri) : readDocument(text, uri);
}

/** The documents of a text seen through the language; none for texts of another language. */
export function bindTexts(document: Document, kind: TextKind): readonly BoundDocument[] {
  switch (kind) {
    case 'machine-config':
      return bindMachineConfigs(document);
    case 'ignition':
      return [bindIgnition(document)];
    case 'butane':
    case 'project': {
      const { point, side, root = configSpec } = rulesOf(document.text, kind);
      return [{ document, root: bind(document, root, point, side).root, point }];
    }
    case 'other':
      return [];
  }
}

/** An Ignition config by the rules of the version that it names. */
export function bindIgnition(document: Document): BoundDocument {
  const { point } = rulesOf(document.text, 'ignition');
  return { document, root: bindJson(document, configSpec, point).root, point };
}
