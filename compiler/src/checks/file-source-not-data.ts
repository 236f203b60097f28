import { parseUrl } from '../text/url.ts';
import { check } from './shared/check.ts';
import { isButane } from './shared/language.ts';

export default check({
  code: 'file-source-not-data',
  severity: 'error',
  docs: {
    what: 'The contents of a file are to be fetched from a URL.',
    why: 'The Machine Config Operator writes files by itself on running nodes and fetches nothing; it takes contents only from within the MachineConfig.',
    fix: 'In Butane, put the text into `inline`, or the file into the files directory and name it with `local`. In a MachineConfig, write the contents as a `data:` URL.',
  },
  fixIsInMessages: true,
  gate: { openshift: {} },
  side: 'output',
  on: 'storage.files[].contents.source',
  run(source, context) {
    // Almost all sources are made of inline texts, and long.
    if (source.value.startsWith('data:')) return;
    const url = parseUrl(source.value);
    // A text that is no URL at all is an error of its own.
    if ('error' in url || url.scheme === 'data') return;
    const advice = isButane(context)
      ? 'use `inline` or `local` instead of a `source`'
      : 'put them into the `source` as a `data:` URL';
    context.report(source, `OpenShift does not fetch the contents of files; ${advice}`);
  },
});
