// What is built from the specs for others to use: schemas and reference pages, as texts with their places below `dist/`.
import type { Variant } from '../model.ts';
import { ignitionSpecs, specs } from '../resolve.ts';
import { referencePage } from './docs.ts';
import { butaneSchema, ignitionSchema } from './json-schema.ts';
import { projectSchema } from './project-schema.ts';
import type { JsonSchema } from './schema.ts';

export interface Artefact {
  /** Below `dist/`. */
  readonly path: string;
  readonly text: string;
}

export function artefacts(): readonly Artefact[] {
  const variants: readonly Variant[] = [...new Set(specs.map((spec) => spec.variant))];
  return [
    ...specs.map((spec) => schemaFile(`${spec.variant}-${spec.version}`, butaneSchema(spec))),
    ...ignitionSpecs.map((spec) => schemaFile(`ignition-${spec.version}`, ignitionSchema(spec))),
    schemaFile('kindling-project', projectSchema()),
    ...variants.map((variant) => ({ path: `docs/spec/${variant}.md`, text: referencePage(variant) })),
  ];
}

function schemaFile(name: string, schema: JsonSchema): Artefact {
  return { path: `schemas/${name}.json`, text: `${JSON.stringify(schema)}\n` };
}
