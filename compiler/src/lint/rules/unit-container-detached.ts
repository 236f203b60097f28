import { type Command, readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import type { Word } from '../../embedded/unit-syntax/values/split.ts';
import { listOf, type ProjectUnit, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';
import { baseName } from '../shared/programs.ts';

/** Options of `run` that often stand before `-d` and take the next word. */
const withValue: ReadonlySet<string> = new Set(
  [
    '-e -h -l -m -p -u -v -w --cap-add --device --env --env-file --hostname --ip --label --log-driver --log-opt --memory',
    '--mount --name --net --network --pod --publish --restart --security-opt --user --volume --workdir',
  ].flatMap((line) => line.split(' ')),
);

export default unitRule({
  code: 'unit-container-detached',
  severity: 'warning',
  docs: {
    what: 'A service starts a container with `run -d`, so that its command ends at once.',
    why: 'systemd takes the command for the service (`Type=simple`, systemd.service(5)): when it ends, `ExecStop=` runs, which stops the container, and `Restart=always` starts the command again and again.',
    fix: 'Remove `-d`, so that the command lives as long as the container; or write a Quadlet.',
  },
  of: ['systemd'],
  check(unit, context) {
    if (unit.type !== 'service' || !endsWithCommand(unit)) return;
    const consequence = consequenceOf(unit);
    if (consequence === undefined) return;
    for (const { view, assignment } of listOf(unit, 'Service', 'ExecStart')) {
      const { value } = assignment;
      const option = readCommands(value.text)
        .commands.map(detaching)
        .find((each) => each !== undefined);
      if (option === undefined) continue;
      const message = `with \`${option.text}\` this command ends at once, and ${consequence}; leave \`-d\` out`;
      context.report({ view, range: value.rangeOf(option.start, option.end) }, message);
    }
  },
});

/** Whether the service is over when its command is. */
function endsWithCommand(unit: ProjectUnit): boolean {
  const type = settingOf(unit, 'Service', 'Type') ?? 'simple';
  const stays = /^(y|yes|t|true|on|1)$/i.test(settingOf(unit, 'Service', 'RemainAfterExit') ?? '');
  return ['simple', 'exec', 'idle'].includes(type) && !stays;
}

function consequenceOf(unit: ProjectUnit): string | undefined {
  const stops = listOf(unit, 'Service', 'ExecStop').some(({ assignment }) =>
    readCommands(assignment.value.text).commands.some(({ program, parameters }) => {
      const [verb] = parameters;
      return isEngine(program) && ['stop', 'kill', 'rm'].includes(verb?.text ?? '');
    }),
  );
  if (stops) return '`ExecStop=` then stops the container';
  const restart = settingOf(unit, 'Service', 'Restart') ?? 'no';
  return ['always', 'on-success'].includes(restart) ? `\`Restart=${restart}\` starts it again and again` : undefined;
}

function isEngine({ text }: Word): boolean {
  return ['docker', 'podman'].includes(baseName(text));
}

/** The option that detaches, when it stands before the image. */
function detaching({ program, parameters }: Command): Word | undefined {
  const [verb, ...words] = parameters;
  if (!isEngine(program) || verb?.text !== 'run') return undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !word.text.startsWith('-')) return undefined;
    if (/^-[ti]*d[ti]*$|^--detach(?:=true)?$/.test(word.text)) return word;
    if (withValue.has(word.text)) at++;
  }
  return undefined;
}
