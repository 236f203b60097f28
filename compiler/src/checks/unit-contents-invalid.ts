import { innerPlace } from '../embedded/inner-place.ts';
import type { SourceRange } from '../text/range.ts';
import { check } from './shared/check.ts';
import { unitFileOf } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'unit-contents-invalid',
  severity: 'error',
  docs: {
    what: 'The text of a unit or drop-in is not of the form of unit files: sections in brackets, `Name=value` lines, comments.',
    why: 'systemd would ignore the faulty part or the whole unit; Ignition refuses the config.',
    fix: 'Mend the line that the message names. A value goes on in the next line only after a backslash, and a comment within it ends it.',
  },
  side: 'output',
  on: ['systemd.units[].contents', 'systemd.units[].dropins[].contents'],
  run(contents, context) {
    const { error } = unitFileOf(contents);
    if (error === undefined) return;
    const comment = commentWithin(contents.value, error.range.start);
    const { start, end } = comment ?? error.range;
    const text = contents.value.slice(start, end).trim();
    const shown = text === '' ? '' : `: ${quoted(text)}`;
    const place = innerPlace(contents, { start, end });
    // In a file of its own, or behind an alias, the line has to be said.
    const where = place ? '' : `in line ${contents.value.slice(0, start).split('\n').length} `;
    const problem = comment
      ? 'a comment stands within a value that goes on, which systemd allows and Ignition does not; remove it'
      : error.message;
    context.report(place ?? contents, `this is no unit file: ${where}${problem}${shown}`, {
      data: { start, end },
    });
  },
});

/**
 * The comment to blame for a line that is no option: it stands below a backslash, where the reference takes it for the end of
 * the value, so that the next line of the value stands alone.
 */
function commentWithin(text: string, faulty: number): SourceRange | undefined {
  let first: SourceRange | undefined;
  for (let end = text.lastIndexOf('\n', faulty - 1); end > 0; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (!/^\s*[#;]/.test(line)) return first && /\\\r?$/.test(line) ? first : undefined;
    const lead = line.length - line.trimStart().length;
    first = { start: start + lead, end: start + line.trimEnd().length };
    end = start - 1;
  }
  return undefined;
}
