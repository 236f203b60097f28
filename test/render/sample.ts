// One set of findings for all renderers: places of every awkward kind. The codes are of no check, so that the goldens do not
// change with the pages of real ones.
import type { DiagnosticDefinition } from '../../compiler/src/diagnostic/definition.ts';
import type { Diagnostic, DiagnosticNote, Path, Severity } from '../../compiler/src/diagnostic/diagnostic.ts';
import type { Document } from '../../compiler/src/index.ts';
import { readDocument } from '../../compiler/src/index.ts';
import type { Location } from '../../compiler/src/text/range.ts';

/** A text with marks: `«` and `»` around the range of a finding, which are taken out. */
export function marked(uri: string, text: string): { readonly document: Document; readonly location: Location } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  const document = readDocument(text.replace('«', '').replace('»', ''), uri);
  return { document, location: { uri, range: { start, end } } };
}

export const definitions: readonly DiagnosticDefinition[] = [
  {
    code: 'sample-error',
    severity: 'error',
    docs: {
      what: 'A sample is wrong.',
      why: 'It is made to be `wrong`.',
      fix: 'Write another sample.\nOr none.',
    },
  },
  {
    code: 'sample-warning',
    severity: 'warning',
    docs: { what: 'A sample | is odd.', why: 'It is made to be odd.', fix: 'Leave it.' },
  },
];

export function definitionOf(code: string): DiagnosticDefinition | undefined {
  return definitions.find((definition) => definition.code === code);
}

interface Finding {
  readonly uri: string;
  readonly text: string;
  readonly message: string;
  readonly severity?: Severity;
  readonly code?: string;
  readonly path?: Path;
  readonly notes?: readonly { readonly message: string; readonly uri?: string; readonly text?: string }[];
}

export interface Sample {
  readonly diagnostics: readonly Diagnostic[];
  readonly documents: ReadonlyMap<string, Document>;
}

/** Diagnostics with their documents; each finding has a text of its own. */
export function sampleOf(findings: readonly Finding[]): Sample {
  const documents = new Map<string, Document>();
  const place = (uri: string, text: string): Location => {
    const { document, location } = marked(uri, text);
    documents.set(uri, document);
    return location;
  };
  const diagnostics = findings.map((finding): Diagnostic => {
    const { uri, text, message, severity = 'error', code = 'sample-error', path = [], notes = [] } = finding;
    const location = place(uri, text);
    const placed = notes.map((note): DiagnosticNote => {
      return note.uri && note.text
        ? { message: note.message, location: place(note.uri, note.text) }
        : { message: note.message };
    });
    return { code, severity, message, location, path, notes: placed };
  });
  return { diagnostics, documents };
}

const longText = 'abcdefghij'.repeat(30);

export const sample: Sample = sampleOf([
  {
    uri: 'plain.bu',
    text: 'variant: fcos\nversion: 1.5.0\nstorage:\n  files:\n    - path: «a»\n      mode: 0644\n',
    message: '`a` is not absolute; write `/a`',
    path: ['storage', 'files', 0, 'path'],
  },
  {
    uri: 'notes.bu',
    text: 'one: 1\n\nkey: «two»\nkey: 3\n',
    severity: 'warning',
    code: 'sample-warning',
    message: '`two` is odd',
    notes: [
      { message: 'because of this', uri: 'other.bu', text: `${'\n'.repeat(120)}«first»: x\n` },
      { message: 'and for no reason' },
    ],
  },
  {
    uri: 'dir/tabs and spaces.bu',
    text: '\ta:\t«b\tc»\td\n',
    severity: 'note',
    code: 'sample-note',
    message: 'tabs go to the next stop',
  },
  { uri: 'wide.bu', text: 'ж: 日本«語»\nnext: 1\n', message: 'wide characters' },
  { uri: 'marks.bu', text: 'e\u0301e\u0301: «o\u0308x»u\u0308 👩‍👩‍👧 end\n', message: 'combining marks' },
  { uri: 'emoji.bu', text: '👩‍👩‍👧🇩🇪🎉: «x» 🎉\n', message: 'surrogate pairs' },
  { uri: 'empty-range.bu', text: 'key:«»\nnext: 1\n', message: 'nothing stands there' },
  { uri: 'end.bu', text: 'key: value\n«»', message: 'the end of the file' },
  { uri: 'empty.bu', text: '«»', message: 'an empty file' },
  { uri: 'lines.bu', text: 'a:\n  - «x: 1\n    y: 2\n    z: 3\n\n»b: 1\n', message: 'three lines' },
  {
    uri: 'many-lines.bu',
    text: `a:\n  - «k0: 0\n${[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `    k${n}: ${n}\n`).join('')}»b: 1\n`,
    message: 'many lines',
  },
  { uri: 'long.bu', text: `before: ${longText}\nkey: ${longText}«wrong»${longText}\n`, message: 'a long line' },
  { uri: 'long-end.bu', text: `key: ${longText}«wrong»\n`, message: 'the end of a long line' },
  { uri: 'long-range.bu', text: `key: «${longText}» # comment\n`, message: 'a long range' },
  { uri: 'mark.bu', text: '\ufeff«key»: 1\n', message: 'behind a byte order mark' },
  { uri: 'breaks.bu', text: 'a: 1\r\nb: «2»\rc: 3\u2028d: 4\n', message: 'odd line breaks' },
]);

/** Texts that try to reach the terminal, the CI system or the reader of a report. */
export const hostileTexts: readonly string[] = [
  '\u001b[31mred\u001b[0m',
  '\u009b31mred',
  'a\rb',
  'a\nb',
  '::error file=x::owned',
  ' ::add-mask::x',
  '##[add-path]x',
  '##vso[task.setvariable variable=x]y',
  '##teamcity[buildStop]',
  '%0A::error::x',
  '</failure><x y="',
  ']]>',
  '&amp;<![CDATA[',
  '\u202eabc\u202c',
  '\u2066a\u2069',
  '[click](https://evil.example)',
  '{0} {{1}}',
  '`code` **bold** <script>alert(1)</script>',
  'a,b:c',
  '\ud800 alone',
  '\u{e0041}\ufeff\u061c',
  '\u0000\u0007\u0008\u007f',
  'file:///etc/passwd',
  '..\\..\\x',
  '$(reboot) `reboot`',
];
