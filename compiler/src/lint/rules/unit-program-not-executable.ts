import { readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

const executable = 0o111;

export default projectRule({
  code: 'unit-program-not-executable',
  severity: 'warning',
  docs: {
    what: 'A unit runs a file of this config that is not executable. Without a `mode` none is: that is 0644.',
    why: 'systemd cannot start it, and the unit fails with status 203/EXEC.',
    fix: 'Give the file `mode: 0755`, or name the program that reads it first, such as `/bin/bash`.',
  },
  check(project, context) {
    for (const view of [...project.units.values(), ...project.quadlets.values()].flatMap(textsOf)) {
      for (const { assignment } of view.ofKind('exec')) {
        for (const { program } of readCommands(assignment.value.text).commands) {
          const mode = project.fileModes.get(program.text);
          if (mode === undefined || (mode & executable) !== 0) continue;
          const range = assignment.value.rangeOf(program.start, program.end);
          const message = `${quote(program.text)} is a file of this config and is not executable; give it \`mode: 0755\``;
          context.report({ view, range }, message);
        }
      }
    }
  },
});
