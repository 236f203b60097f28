import { innerPlace } from '../embedded/inner-place.ts';
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
    const text = contents.value.slice(start, end).trim();
    const shown = text === '' ? '' : `: ${quoted(text)}`;
    const place = innerPlace(contents, { start, end });
    // In a file of its own, or behind an alias, the line has to be said.
    const where = place ? '' : `in line ${contents.value.slice(0, start).split('\n').length} `;
    context.report(place ?? contents, `this is no unit file: ${where}${error.message}${shown}`, {
      data: { start, end },
    });
  },
});
