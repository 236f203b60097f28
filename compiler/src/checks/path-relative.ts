import type { OutText } from '../output/nodes.ts';
import { joinPath } from '../text/clean-path.ts';
import { deviceFields, pathFields } from './shared/absolute-paths.ts';
import { type CheckContext, check, look } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'path-relative',
  severity: 'error',
  docs: {
    what: 'A path or device does not begin with a slash.',
    why: 'There is no directory that Ignition could start from: it works on the root of a system that is not running yet.',
    fix: 'Write the absolute path, such as `/etc/hostname` or `/dev/disk/by-label/data`.',
  },
  looks: [
    look({ side: 'output', on: pathFields, run: (path, context) => examine(path, '/', context) }),
    look({ side: 'output', on: deviceFields, run: (device, context) => examine(device, '/dev', context) }),
  ],
});

/** What is empty is another error, or allowed. */
function examine(path: OutText, directory: string, context: CheckContext): void {
  if (path.value === '' || path.value.startsWith('/')) return;
  const placeholder = /^(?:~|\$[A-Za-z_]\w*)/.exec(path.value)?.[0];
  if (placeholder !== undefined) {
    const reason = `and nothing replaces ${quoted(placeholder)}; write out what it stands for`;
    context.report(path, `${quoted(path.value)} is not an absolute path, ${reason}`);
    return;
  }
  if (/^[A-Za-z]:\\|^[a-z0-9]+:\/\//.test(path.value)) {
    context.report(path, `${quoted(path.value)} is not an absolute path of the machine; such paths begin with \`/\``);
    return;
  }
  // `dev/sda` lacks no more than its slash.
  const meant = joinPath(path.value.startsWith('dev/') ? '/' : directory, path.value);
  const message = `${quoted(path.value)} is not an absolute path; did you mean ${quoted(meant)}?`;
  context.report(path, message, { data: { suggestion: meant } });
}
