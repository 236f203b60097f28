// Local names: from the text in a config to what the host has, or to a diagnostic at the naming field. Purely lexical;
// whether links may lead out is the host's rule.
import { hasQuirk } from '../../spec/quirks.ts';
import filesDirEscape from './diagnostic/codes/files-dir-escape.ts';
import filesDirMissing from './diagnostic/codes/files-dir-missing.ts';
import localUnreadable from './diagnostic/codes/local-unreadable.ts';
import { type DiagnosticPlace, report } from './diagnostic/definition.ts';
import { type InputError, type InputProblem, type Inputs, isInputError } from './host.ts';
import { encodeDataUrl, encodePercentDataUrl } from './output/data-url.ts';
import type { OutText } from './output/nodes.ts';
import type { SugarContext } from './sugar/pass.ts';
import { pathBelow } from './text/clean-path.ts';
import { nearest } from './text/edit-distance.ts';
import { encodeUtf8 } from './text/utf8.ts';

/** The bytes of the file that `name` names; undefined after a diagnostic at `place`. */
export function readLocal(name: string, place: DiagnosticPlace, context: SugarContext): Uint8Array | undefined {
  const path = resolveLocal(name, place, context);
  if (path === undefined) return undefined;
  const answer = context.host.inputs?.file(path) ?? { problem: 'missing' };
  if (!isInputError(answer)) return answer;
  reportInputError(name, answer, place, context);
  return undefined;
}

/** The path below the files directory that `name` means, clean; undefined after a diagnostic at `place`. */
export function resolveLocal(
  name: string,
  place: DiagnosticPlace,
  context: Pick<SugarContext, 'host' | 'report'>,
): string | undefined {
  const { inputs } = context.host;
  if (inputs === undefined) {
    reportFilesDirMissing(place, context);
    return undefined;
  }
  const path = pathBelow(inputs.root, name);
  if (path !== undefined) return path;
  const message = `\`${name}\` leads out of the files directory; move the file into it or choose a directory further up`;
  context.report(report(filesDirEscape, place, message));
  return undefined;
}

export function reportFilesDirMissing(place: DiagnosticPlace, context: Pick<SugarContext, 'report'>): void {
  const message = 'local files need a files directory; give one with `--files-dir DIR`';
  context.report(report(filesDirMissing, place, message));
}

const problems: Record<InputProblem, string> = {
  missing: 'no such file or directory',
  directory: 'it is a directory, and a file is needed',
  'not-directory': 'a part of the path is not a directory',
  denied: 'permission denied',
  'too-large': 'it is too large',
  'special-file': 'it is a device, socket or FIFO, and a regular file is needed',
  outside: 'it is a link that leads out of the files directory',
  failed: 'reading it failed',
};

export function reportInputError(name: string, error: InputError, place: DiagnosticPlace, context: SugarContext): void {
  const detail = error.detail === undefined ? '' : ` (${error.detail})`;
  const where = error.problem === 'missing' ? whereMissing(name, context.host.inputs) : '';
  const message = `cannot read \`${name}\`: ${problems[error.problem]}${detail}${where}`;
  context.report(report(localUnreadable, place, message, { data: { problem: error.problem } }));
}

/** Where a name leads nowhere, and which one may have been meant: the first part of it that is not there decides. */
function whereMissing(name: string, inputs: Inputs | undefined): string {
  const whole = ' in the files directory';
  const path = inputs && pathBelow(inputs.root, name);
  if (inputs?.names === undefined || path === undefined || path === '.') return whole;
  const parts = path.split('/');
  for (const [index, part] of parts.entries()) {
    const above = parts.slice(0, index);
    const names = inputs.names(above.length === 0 ? '.' : above.join('/'));
    if (names.includes(part)) continue;
    const meant = nearest(part, names) ?? withEnding(part, names);
    const hint = meant && `; did you mean \`${[...above, meant, ...parts.slice(index + 1)].join('/')}\`?`;
    return `${above.length === 0 ? whole : ` in \`${above.join('/')}\` of the files directory`}${hint ?? ''}`;
  }
  // It is there, and a link that leads nowhere.
  return whole;
}

/** The one name that has an ending more. */
function withEnding(name: string, names: readonly string[]): string | undefined {
  const longer = names.filter((each) => each.startsWith(`${name}.`));
  return longer.length === 1 ? longer[0] : undefined;
}

/** The bytes of a text as it was written; `!!binary` gives bytes that need not be UTF-8. */
export function textBytes(text: OutText): Uint8Array {
  return text.bytes ?? encodeUtf8(text.value);
}

/** A payload as a data URL with the compression to be written; none is written where the spec never packs. */
export function embed(
  bytes: Uint8Array,
  context: SugarContext,
  packed = false,
): { readonly source: string; readonly compression?: string } {
  if (hasQuirk('inlineOnlyPercent', context.point)) return { source: encodePercentDataUrl(bytes) };
  const gzip = packed || hasQuirk('noAutomaticGzip', context.point) ? undefined : context.host.gzip;
  return encodeDataUrl(bytes, gzip);
}
