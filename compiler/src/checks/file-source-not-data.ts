import { parseUrl } from '../text/url.ts';
import { check } from './shared/check.ts';

export default check({
  code: 'file-source-not-data',
  severity: 'error',
  docs: {
    what: 'The contents of a file are to be fetched from a URL.',
    why: 'The Machine Config Operator writes files by itself on running nodes and fetches nothing; it takes contents only from within the MachineConfig.',
    fix: 'Put the text into `inline`, or the file into the files directory and name it with `local`.',
  },
  gate: { openshift: {} },
  side: 'output',
  on: 'storage.files[].contents.source',
  run(source, context) {
    // Almost all sources are made of inline texts, and long.
    if (source.value.startsWith('data:')) return;
    const url = parseUrl(source.value);
    // A text that is no URL at all is an error of its own.
    if ('error' in url || url.scheme === 'data') return;
    const message = 'OpenShift does not fetch the contents of files; use `inline` or `local` instead of a `source`';
    context.report(source, message);
  },
});
