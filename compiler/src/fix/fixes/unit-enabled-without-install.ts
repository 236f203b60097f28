// An [Install] section for a unit that is enabled.
import { replaceText } from '../../edit/replace.ts';
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
    const suffix = name?.kind === 'scalar' ? (name.text.split('.').at(-1) ?? '') : '';
    const target = targets[suffix] ?? 'multi-user.target';
    const separator = contents.text === '' || contents.text.endsWith('\n') ? '\n' : '\n\n';
    const text = `${contents.text}${separator}[Install]\nWantedBy=${target}\n`;
    const edits = replaceText(document, contents, text);
    return [{ title: `add \`WantedBy=${target}\``, edits, safe: false, isPreferred: true }];
  },
});
