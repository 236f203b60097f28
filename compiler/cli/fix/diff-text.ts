// What a command would change in a file, as a unified diff that `git apply` takes. On a terminal, and in the log of a CI system,
// everything that comes from the file is escaped.
import { createTwoFilesPatch } from 'diff';
import { escapeControls } from '../../src/render/escape.ts';

/** The unified diff of a file before and after, for standard output; empty when nothing changes. */
export function diffText(name: string, before: string, after: string): string {
  if (before === after) return '';
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before, after, undefined, undefined, { context: 3 });
  const [, ...lines] = patch.split('\n');
  return lines.map(shownLine()).join('\n');
}

/** Who reads standard output: a terminal obeys what it is shown, and so does a CI system; a program wants the bytes of the file. */
function shownLine(): (line: string) => string {
  if (process.stdout.isTTY === true) return escapeControls;
  const { CI: ci, TF_BUILD: azure, TEAMCITY_VERSION: teamCity } = process.env;
  return ci || azure || teamCity ? escapeForLog : (line) => line;
}

/** Without what a patch is nothing without: tabs, a byte order mark at its place, and line breaks of Windows. */
function escapeForLog(line: string): string {
  const [, start = '', text = '', end = ''] = /^([-+ ]?\ufeff?)(.*?)(\r?)$/s.exec(line) ?? [];
  return start + text.split('\t').map(escapeControls).join('\t') + end;
}
