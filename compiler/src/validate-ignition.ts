// Ignition's own parser and validator, as a function: what they say about one config of any version from 3.0.0 on. Pure;
// never fetches what the config refers to.
import type { IgnitionSpec } from '../../spec/resolve.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';
import { bindJson } from './bind-json.ts';
import type { Binding } from './binding.ts';
import { all as checks } from './checks/index.gen.ts';
import { runChecks } from './checks/shared/run-checks.ts';
import type { Config } from './config.ts';
import { decode } from './decode.ts';
import embeddedConfigJson from './diagnostic/codes/embedded-config-json.ts';
import ignitionEmpty from './diagnostic/codes/ignition-empty.ts';
import { report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { type Document, withLines } from './document.ts';
import { readIgnitionHeader } from './ignition-version.ts';
import { checkJsonKeys } from './json-keys.ts';
import { bySourceOrder, certainDespite } from './source-order.ts';
import { parseJson } from './syntax/parse-json.ts';
import { decodeUtf8 } from './text/utf8.ts';

export interface IgnitionValidation {
  readonly document: Document;
  /** Every finding, in source order. The config is refused when one of them is an error. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the config is of no known version. */
  readonly version?: IgnitionSpec;
  readonly root?: Binding;
  /** The config with its values and their places. Meaningless when there are errors. */
  readonly config?: Config;
}

/** Reads an Ignition config. Faults of syntax are its `problems`; bytes that are not UTF-8 are read as U+FFFD, as Go does. */
export function readIgnition(input: string | Uint8Array, uri: string): Document {
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  const { root, problems } = parseJson(text, uri);
  const asEmbedded = problems.map((problem) => ({ ...problem, code: embeddedConfigJson.code }));
  return withLines({ uri, text, root, problems: asEmbedded });
}

/** Everything that Ignition would say about the config, and, where it would stop at a first fault, what else is wrong. */
export function validateIgnition(input: Document | string | Uint8Array, uri = ''): IgnitionValidation {
  const document = typeof input === 'string' || input instanceof Uint8Array ? readIgnition(input, uri) : input;
  if (document.text === '') return { document, diagnostics: [emptyConfig(document.uri)] };
  const header = readIgnitionHeader(document);
  if (header.version === undefined) {
    const butane = butaneConfig(document);
    if (butane) return { document, diagnostics: [butane] };
    // A broken text may have lost its version by that alone.
    return { document, diagnostics: document.problems.length > 0 ? document.problems : header.problems };
  }
  return { document, version: header.version, ...checkIgnition(document, header.version) };
}

/** What Ignition says about the config as one of `version`, whatever it says of its version itself. */
export function checkIgnition(
  document: Document,
  version: IgnitionSpec,
): Required<Pick<IgnitionValidation, 'diagnostics' | 'root' | 'config'>> {
  const { root, problems } = bindJson(document, configSpec, version.point);
  const config = decode(root, configSpec, version.point);
  const found = [
    ...problems,
    ...checkJsonKeys(root, version.point),
    ...runChecks(checks, config, 'output', version.point, false),
  ];
  const known = certainDespite(document.problems, found);
  return { diagnostics: [...document.problems, ...known].sort(bySourceOrder), root, config };
}

/** The finding that a text which is no JSON is a Butane config in YAML, if it is one. */
function butaneConfig({ uri, text, problems }: Document): Diagnostic | undefined {
  if (problems.length === 0 || /^\ufeff?\s*[{[]/.test(text)) return undefined;
  const start = /^\ufeff?variant(?=[ \t]*:)/m.exec(text)?.index;
  if (start === undefined) return undefined;
  const place = { location: { uri, range: { start, end: text.indexOf(':', start) } }, path: [] };
  const message =
    'this is a Butane config, and Ignition reads JSON only; compile it with `kindling compile`, or give its file the ending `.bu`';
  return report(embeddedConfigJson, place, message);
}

function emptyConfig(uri: string): Diagnostic {
  const place = { location: { uri, range: { start: 0, end: 0 } }, path: [] };
  return report(ignitionEmpty, place, 'the file is empty; a config is at least `{"ignition": {"version": "3.6.0"}}`');
}
