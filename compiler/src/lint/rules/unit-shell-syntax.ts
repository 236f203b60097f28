import { type Command, readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import type { Word } from '../../embedded/unit-syntax/values/split.ts';
import { textRule } from '../rule.ts';
import { baseName, runsShell, takesOperators } from '../shared/programs.ts';
import { quote } from '../shared/suggest.ts';

/** What only a shell makes something of: `&&`, `|`, `>`, `2>&1`, `>/dev/null`, `$(…)`, backquotes. */
const operator = /^(?:&&|\|\||\||\|&|&|\d?<<?|[\d&]?>>?(?:&\d|\/.*)?|\$\(.*|`.+)$/s;

export default textRule({
  code: 'unit-shell-syntax',
  severity: 'warning',
  docs: {
    what: 'A command line has `&&`, `|`, `>`, `$(…)` or other things that only a shell understands.',
    why: 'No shell reads `ExecStart=` and the like (systemd.service(5)): they reach the program as arguments, which then does something else or fails.',
    fix: 'Give the line to a shell, `ExecStart=/bin/sh -c "…"`; instead of `&&` use several `ExecStartPre=`, instead of `>` use `StandardOutput=`. A word in quotes is taken to be meant.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { assignment } of view.ofKind('exec')) {
      const { key, value } = assignment;
      for (const command of readCommands(value.text).commands) {
        const found = shellWord(command, value.text);
        if (found === undefined) continue;
        const place = value.rangeOf(found.start, found.end);
        context.report(place, `\`${key}=\`: ${messageFor(found.text)}`);
      }
    }
  },
});

/** The first word of a command that is meant for a shell, where none reads it. */
function shellWord({ prefixes, program, parameters }: Command, value: string): Word | undefined {
  const words = [program, ...parameters].map(({ text }) => text);
  // From systemd 258 on, `|` in front lets a shell run the line.
  if (prefixes.includes('|') || takesOperators(words) || runsShell(words)) return undefined;
  const isBare = ({ text, start, end }: Word): boolean => value.slice(start, end) === text;
  return parameters.find((word) => isBare(word) && (operator.test(word.text) || isHome(word.text, program.text)));
}

/** Programs that know no `~` themselves, as others do. */
const plain: ReadonlySet<string> = new Set([
  ...'cat chmod chown cp curl docker docker-compose echo java ln ls mkdir mv node podman podman-compose python'.split(
    ' ',
  ),
  ...'python3 rm rmdir sh bash tar touch wget'.split(' '),
]);

function isHome(word: string, program: string): boolean {
  return word.startsWith('~/') && plain.has(baseName(program));
}

function messageFor(word: string): string {
  if (word.startsWith('~/')) return '`~` is no home directory here, as no shell reads this line; write the whole path';
  if (word.startsWith('`'))
    return "backquotes run nothing here, as no shell reads this line; write `/bin/sh -c '…'` around all of it";
  return `${quote(word)} is an argument here, as no shell reads this line; write \`/bin/sh -c '…'\` around all of it`;
}
