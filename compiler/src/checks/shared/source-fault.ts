// What can be wrong with the URL of a resource. Five codes, one judgement.
import { since } from '../../../../spec/dsl.ts';
import { isOpen } from '../../../../spec/gate.ts';
import type { Gate } from '../../../../spec/model.ts';
import { decodeDataUrl } from '../../output/data-url.ts';
import type { OutText } from '../../output/nodes.ts';
import { nearest } from '../../text/edit-distance.ts';
import { type ParsedUrl, parseUrl, queryValues } from '../../text/url.ts';
import { type CheckContext, type Look, look } from './check.ts';
import { isButane } from './language.ts';
import { perConfig } from './per-config.ts';
import { allResources, listedResources, sinceOneShape, sourceOf } from './resources.ts';
import { oneOf } from './suggestion.ts';
import { quoted } from './words.ts';

export type SourceFaultCode =
  | 'url-invalid'
  | 'url-scheme-invalid'
  | 's3-arn-invalid'
  | 's3-version-id-invalid'
  | 'data-url-invalid';

export interface SourceFault {
  readonly code: SourceFaultCode;
  readonly message: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

interface Scheme {
  readonly name: string;
  readonly gate?: Gate;
}

const schemes: readonly Scheme[] = [
  { name: 'http' },
  { name: 'https' },
  { name: 'tftp' },
  { name: 's3' },
  { name: 'gs', gate: since('3.2.0') },
  { name: 'arn', gate: since('3.4.0') },
  { name: 'data' },
];

/** These are meant as they are written. */
const otherSchemes: ReadonlySet<string> = new Set(['ftp', 'ftps', 'sftp', 'file', 'nfs']);

// Faults depend on the version too, but a config has only one.
const judged = perConfig(() => new Map<OutText, SourceFault | undefined>());

/** What is wrong with a URL that is to be fetched, if anything. */
export function sourceFault(source: OutText, context: Pick<CheckContext, 'config' | 'point'>): SourceFault | undefined {
  // Sugar makes good URLs, and long ones.
  if (source.origin.by !== undefined) return undefined;
  const faults = judged(context.config);
  if (!faults.has(source)) faults.set(source, judge(source.value, context));
  return faults.get(source);
}

/** The looks of the check of one of the five codes: at each source, and at what consists of nothing but a source. */
export function sourceLooks(code: SourceFaultCode): readonly Look[] {
  return [
    look({
      side: 'output',
      on: allResources,
      run(resource, context) {
        const source = sourceOf(resource);
        const fault = source && sourceFault(source, context);
        if (source && fault?.code === code) context.report(source, fault.message, fault.data && { data: fault.data });
      },
    }),
    look({
      side: 'output',
      on: listedResources,
      run(resource, context) {
        const source = sourceOf(resource);
        if (source === undefined || !isOpen(sinceOneShape, context.point)) return;
        if (sourceFault(source, context)?.code !== code) return;
        context.report(resource, 'this entry cannot be fetched, because its `source` is faulty');
      },
    }),
  ];
}

function judge(text: string, context: Pick<CheckContext, 'config' | 'point'>): SourceFault | undefined {
  const { point } = context;
  const url = parseUrl(text);
  if ('error' in url) return { code: 'url-invalid', message: `${quoted(text)} is no URL: ${url.error}` };
  const known = schemes.filter(({ gate }) => isOpen(gate, point)).map(({ name }) => name);
  if (!known.includes(url.scheme)) return schemeFault(text, url, known, isButane(context));
  switch (url.scheme) {
    case 's3':
      return versionFault(url);
    case 'arn':
      return arnFault(url) ?? versionFault(url);
    case 'data':
      return dataFault(text, isButane(context));
    default:
      return undefined;
  }
}

function schemeFault(text: string, url: ParsedUrl, known: readonly string[], inButane: boolean): SourceFault {
  const code = 'url-scheme-invalid';
  if (url.scheme === '') {
    const others = inButane
      ? 'or name a file of the files directory with `local`'
      : 'as in `data:,text` for the contents themselves';
    const message = `${quoted(text)} has no scheme; begin it with one of ${oneOf(known)}, ${others}`;
    return { code, message, data: { schemes: known } };
  }
  const meant = otherSchemes.has(url.scheme) ? undefined : nearest(url.scheme, known);
  const suggestion = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  const files = url.scheme === 'file' && inButane ? ', or name a file of the files directory with `local`' : '';
  const message = `nothing can be fetched by the scheme \`${url.scheme}\`; use ${oneOf(known)}${files}${suggestion}`;
  return { code, message, data: { schemes: known, ...(meant === undefined ? {} : { suggestion: meant }) } };
}

function versionFault({ rawQuery }: ParsedUrl): SourceFault | undefined {
  if (queryValues(rawQuery, 'versionId')[0] !== '') return undefined;
  const message = '`versionId` is empty; name the version of the object, or remove the parameter for the newest one';
  return { code: 's3-version-id-invalid', message };
}

/** `arn:PARTITION:s3:REGION:ACCOUNT:RESOURCE`. */
function arnFault({ opaque }: ParsedUrl): SourceFault | undefined {
  const parts = `arn:${opaque}`.split(':');
  const service = parts[2];
  const resource = parts.slice(5).join(':');
  const slashes = opaque.split('/').length - 1;
  const fault =
    parts.length < 6
      ? 'it needs six parts between colons, such as `arn:aws:s3:::BUCKET/KEY`'
      : service !== 's3'
        ? `its service is \`${service}\`, and only \`s3\` can be fetched`
        : slashes < 1
          ? 'it names a bucket and no object; add a slash and the key of the object'
          : resource.startsWith('accesspoint/') && slashes < 2
            ? 'it names an access point and no object; add `/object/` and the key of the object'
            : undefined;
  return fault === undefined
    ? undefined
    : { code: 's3-arn-invalid', message: `this is no ARN of an S3 object: ${fault}` };
}

function dataFault(text: string, inButane: boolean): SourceFault | undefined {
  const decoded = decodeDataUrl(text);
  if (!('error' in decoded)) return undefined;
  const advice = inButane
    ? 'put the plain text into `inline` and let the compiler encode it'
    : 'encode the data with percent-escapes (`%` is `%25`) behind `data:,`, or in base64 behind `data:;base64,`';
  const message = `this data URL cannot be decoded: ${decoded.error}; ${advice}`;
  return { code: 'data-url-invalid', message };
}
