// MachineConfigs as an editor reads them: each document of a file bound as the JSON that a cluster would see, by the Ignition
// version that it names. Judges nothing.
import type { ObjectNode } from '../../../spec/model.ts';
import { ignitionSpecs, ignitionVersion } from '../../../spec/resolve.ts';
import { machineConfig } from '../../../spec/shapes/machine-config.ts';
import { metadata } from '../../../spec/shapes/metadata.ts';
import { bindJson } from '../bind-json.ts';
import type { Document } from '../document.ts';
import { jsonView } from '../project/json-view.ts';
import { laterDocuments, withRoot } from '../project/yaml-documents.ts';
import type { SourceRange } from '../text/range.ts';
import type { BoundDocument } from './bind-text.ts';
import type { Rules } from './places.ts';

const { metadata: metadataField } = machineConfig.fields;

/** A MachineConfig with its labels, whose names are free. */
const root: ObjectNode = {
  ...machineConfig,
  fields: { ...machineConfig.fields, metadata: { ...metadataField, node: metadata } },
};

/** The pages of an Ignition config begin with this in a MachineConfig. */
const prefix = /^spec\.config\./;

/** The page of a field as an Ignition config of its own would have it. */
export function ignitionPage(page: string): string {
  return page.replace(prefix, '');
}

const versionLine = /\bignition["']?[ \t]*:[\s\S]*?\bversion["']?[ \t]*:[ \t]*["']?(\d[^\s"',}]*)/;

/** A version is looked for in so many characters. */
const headLength = 20_000;

/** The rules for the MachineConfig that a text begins with. */
export function machineConfigRules(text: string): Rules {
  const known = ignitionVersion(versionLine.exec(text.slice(0, headLength))?.[1] ?? '');
  const spec = known ?? ignitionSpecs.findLast(({ experimental }) => !experimental);
  return { point: spec?.point ?? {}, side: 'output', root };
}

/** Where the YAML document at an offset lies in its file. Three dashes at the start of a line end even a text. */
export function yamlDocumentAt(text: string, offset: number): SourceRange {
  const mark = '\n---'.length;
  const before = offset < mark ? -1 : text.lastIndexOf('\n---', offset - mark);
  const after = text.indexOf('\n---', offset);
  return { start: before < 0 ? 0 : before + mark, end: after < 0 ? text.length : after + 1 };
}

/** All MachineConfigs of a file. */
export function bindMachineConfigs(first: Document): readonly BoundDocument[] {
  return [first, ...laterDocuments(first)].map((document) => {
    const { point } = machineConfigRules(
      document.text.slice(document.root.range.start, document.root.range.start + headLength),
    );
    return { document, root: bindJson(withRoot(document, jsonView(document.root), []), root, point).root, point };
  });
}
