// An [Install] section for a unit that is enabled: one whose header is misspelt, or a new one.
import type { Document } from '../../document.ts';
import { replaceText } from '../../edit/replace.ts';
import { regionOf } from '../../embedded/region.ts';
import type { ScalarNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { nearest } from '../../text/edit-distance.ts';
import { defineFix } from '../fix.ts';
import { nodeOf, scalarAt } from '../shared/find.ts';

/** Where units of a kind are hooked in, by custom. */
const targets: Readonly<Record<string, string>> = {
  timer: 'timers.target',
  socket: 'sockets.target',
  path: 'paths.target',
  mount: 'local-fs.target',
  swap: 'swap.target',
};

export default defineFix({
  code: 'unit-enabled-without-install',
  fixes({ diagnostic, document }) {
    const contents = scalarAt(document.root, diagnostic.location.range);
    const unit = diagnostic.path.slice(0, diagnostic.path.indexOf('units') + 2);
    const name = nodeOf(document.root, [...unit, 'name']);
    if (contents === undefined || contents !== nodeOf(document.root, [...unit, 'contents'])) return [];
    // Behind a backslash it is a part of a value: another section would not make it one.
    if (/^[ \t]*\[Install\][ \t]*\r?$/m.test(contents.text)) return [];
    const header = renamedHeader(document, contents);
    if (header) return [{ title: 'write `[Install]`', edits: [header], safe: false, isPreferred: true }];
    const suffix = name?.kind === 'scalar' ? (name.text.split('.').at(-1) ?? '') : '';
    const target = targets[suffix] ?? 'multi-user.target';
    const separator = contents.text === '' || contents.text.endsWith('\n') ? '\n' : '\n\n';
    const text = `${contents.text}${separator}[Install]\nWantedBy=${target}\n`;
    const edits = replaceText(document, contents, text);
    return [{ title: `add \`WantedBy=${target}\``, edits, safe: false, isPreferred: true }];
  },
});

/** The first header of a unit that is nearly `[Install]`, set right; undefined where there is none, or it cannot be found. */
function renamedHeader(document: Document, contents: ScalarNode): TextEdit | undefined {
  const region = regionOf(contents, document.text);
  for (const { 1: name = '', index } of contents.text.matchAll(/^\[([A-Za-z]+)\][ \t]*\r?$/gm)) {
    // No other section has a name that is near this one.
    if (name === 'Install' || nearest(name, ['Install']) === undefined) continue;
    const range = region?.toSourceRange({ start: index + 1, end: index + 1 + name.length });
    if (range && document.text.slice(range.start, range.end) === name) return { range, text: 'Install' };
  }
  return undefined;
}
