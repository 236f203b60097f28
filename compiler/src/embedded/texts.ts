// Finds the texts in a config that embedded languages claim: units and quadlets with their drop-ins, plain files that will lie
// where systemd and Podman look, Ignition configs that are merged. Each text knows the way from its offsets to the source:
// through its scalar, or, for a local file, to a document of its own. Reports nothing: what cannot be read has been reported
// by the compiler.
import type { FieldRole } from '../../../spec/model.ts';
import { quadletDirectories, unitDirectory } from '../../../spec/os-paths.ts';
import type { Config, Quadlet, Resource, StorageFile, Unit } from '../config.ts';
import type { Path } from '../diagnostic/diagnostic.ts';
import { type Host, isInputError } from '../host.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import type { OutText } from '../output/nodes.ts';
import { joinPath, pathBelow } from '../text/clean-path.ts';
import { decodeText } from '../text/decode.ts';
import type { Location, SourceRange } from '../text/range.ts';
import { decodeUtf8, isUtf8 } from '../text/utf8.ts';
import { all as languages } from './index.gen.ts';
import { type WrittenText, writtenText } from './inner-place.ts';
import type { EmbeddedText, LanguageDeclaration } from './language.ts';

/** A text with its language and its place in the sources. */
export interface PlacedText {
  readonly language: LanguageDeclaration;
  readonly text: EmbeddedText;
  /** Where a piece of the text is written. */
  locate(range: SourceRange): Location;
  /** The member of the config that holds or names the text. */
  readonly path: Path;
  /** The text is a local file: this is what it is called in locations. */
  readonly uri?: string;
  /** Where it is written in the config itself; absent too for a text behind an alias, in base64 or in a data URL. */
  readonly written?: WrittenText;
}

/** The texts of a config that systemd and Podman will read, in the order of the config. */
export function embeddedTexts(config: Config, host: Host): readonly PlacedText[] {
  const { systemd, storage } = config.fields;
  return [
    ...(systemd?.fields.units?.items ?? []).flatMap((unit) => unitTexts(unit, host)),
    ...(systemd?.fields.quadlets?.items ?? []).flatMap((quadlet) => quadletTexts(quadlet, host)),
    ...(storage?.fields.files?.items ?? []).flatMap((file) => fileTexts(file, host)),
  ];
}

/** The Ignition configs that a config merges or is replaced by, as far as their texts are at hand. */
export function mergedTexts(config: Config, host: Host): readonly PlacedText[] {
  const { merge, replace } = config.fields.ignition?.fields.config?.fields ?? {};
  const resources: readonly Resource[] = [...(merge?.items ?? []), ...(replace === undefined ? [] : [replace])];
  return resources.flatMap(({ fields: { inline, local, compression } }) => {
    // What is packed cannot be looked into, and with two sources at once it is not known which of them counts.
    const isReadable = (compression?.value ?? '') === '' && (inline === undefined || local === undefined);
    return isReadable ? textsAt('', 'embedded-config', inline, local, host) : [];
  });
}

function unitTexts({ fields }: Unit, host: Host): readonly PlacedText[] {
  const path = `${unitDirectory}/${fields.name?.value ?? ''}`;
  const dropins = fields.dropins?.items ?? [];
  return [
    ...holderTexts(fields, path, 'unit-text', host),
    ...dropins.flatMap((dropin) =>
      holderTexts(dropin.fields, `${path}.d/${dropin.fields.name?.value ?? ''}`, 'unit-text', host),
    ),
  ];
}

function quadletTexts({ fields }: Quadlet, host: Host): readonly PlacedText[] {
  const directory = quadletDirectories[fields.rootful?.value ? 'rootful' : 'rootless'];
  const path = `${directory}/${fields.name?.value ?? ''}`;
  const dropins = fields.dropins?.items ?? [];
  return [
    ...holderTexts(fields, path, 'quadlet-text', host),
    ...dropins.flatMap((dropin) =>
      holderTexts(dropin.fields, `${path}.d/${dropin.fields.name?.value ?? ''}`, 'quadlet-text', host),
    ),
  ];
}

interface Holder {
  readonly contents?: OutText | undefined;
  readonly contents_local?: OutText | undefined;
}

function holderTexts(holder: Holder, path: string, role: FieldRole, host: Host): readonly PlacedText[] {
  const { contents, contents_local: local } = holder;
  // Both at once is an error, and it is not known which of them counts.
  if (contents !== undefined && local !== undefined && local.value !== '') return [];
  return textsAt(path, role, contents, local, host);
}

function fileTexts({ fields }: StorageFile, host: Host): readonly PlacedText[] {
  const path = fields.path?.value ?? '';
  const contents = fields.contents?.fields;
  if (contents === undefined || contents.compression?.value) return [];
  const { inline, local, source } = contents;
  // What stands in a data URL has no places of its own in the source: all that is said of it is said of the URL.
  const text = inline === undefined && local === undefined && source ? carriedText(source) : inline;
  return textsAt(path, undefined, text, local, host);
}

/** The text that a data URL stands for. */
function carriedText(source: OutText): OutText | undefined {
  const decoded = source.value.startsWith('data:') ? decodeDataUrl(source.value) : undefined;
  if (decoded === undefined || 'error' in decoded || !isUtf8(decoded.bytes)) return undefined;
  return { ...source, value: decodeUtf8(decoded.bytes) };
}

function textsAt(
  path: string,
  role: FieldRole | undefined,
  inline: OutText | undefined,
  local: OutText | undefined,
  host: Host,
): readonly PlacedText[] {
  const place = role === undefined ? { path } : { role, path };
  const language = languages.find((each) => each.claims(place));
  if (language === undefined) return [];
  if (local !== undefined && local.value !== '') return localText(language, path, local, host);
  return inline === undefined || inline.bytes !== undefined ? [] : [inlineText(language, path, inline)];
}

function inlineText(language: LanguageDeclaration, path: string, inline: OutText): PlacedText {
  const { value, origin } = inline;
  const written = writtenText(inline);
  const { uri, range: whole } = origin.location;
  return {
    language,
    text: { path, text: value },
    path: origin.path,
    locate: (range) => ({ uri, range: written ? written.region.toSourceRange(range) : whole }),
    ...(written ? { written } : {}),
  };
}

function localText(
  language: LanguageDeclaration,
  path: string,
  name: OutText,
  { inputs }: Host,
): readonly PlacedText[] {
  if (inputs === undefined) return [];
  const below = pathBelow(inputs.root, name.value);
  const bytes = below === undefined ? undefined : inputs.file(below);
  if (bytes === undefined || isInputError(bytes)) return [];
  const full = joinPath(inputs.root, name.value);
  const { text } = decodeText(bytes);
  return [
    { language, text: { path, text }, path: name.origin.path, uri: full, locate: (range) => ({ uri: full, range }) },
  ];
}
