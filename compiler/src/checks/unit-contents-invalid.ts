import { check } from './shared/check.ts';
import { unitFileOf } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'unit-contents-invalid',
  severity: 'error',
  docs: {
    what: 'The text of a unit or drop-in is not of the form of unit files: sections in brackets, `Name=value` lines, comments.',
    why: 'systemd would ignore the faulty part or the whole unit; Ignition refuses the config.',
    fix: 'Mend the line that the message names. A value goes on in the next line only after a backslash.',
  },
  side: 'output',
  on: ['systemd.units[].contents', 'systemd.units[].dropins[].contents'],
  run(contents, context) {
    const { error } = unitFileOf(contents);
    if (error === undefined) return;
    const { start, end } = error.range;
    const line = contents.value.slice(0, start).split('\n').length;
    const text = contents.value.slice(start, end).trim();
    const shown = text === '' ? '' : `: ${quoted(text)}`;
    const message = `the text is no unit file: in its line ${line} ${error.message}${shown}`;
    context.report(contents, message, { data: { start, end } });
  },
});
