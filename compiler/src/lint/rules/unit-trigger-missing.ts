import { listOf, sectionPlace } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

interface Need {
  readonly section: string;
  readonly keys: readonly string[];
  readonly example: string;
}

const listens = ['Stream', 'Datagram', 'SequentialPacket', 'FIFO', 'Netlink', 'Special', 'MessageQueue', 'USBFunction'];
const needs: { readonly [type: string]: Need } = {
  timer: {
    section: 'Timer',
    keys: [
      ...['OnCalendar', 'OnActiveSec', 'OnBootSec', 'OnStartupSec', 'OnUnitActiveSec', 'OnUnitInactiveSec'],
      ...['OnClockChange', 'OnTimezoneChange'],
    ],
    example: 'OnCalendar=daily',
  },
  path: {
    section: 'Path',
    keys: ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty'],
    example: 'PathChanged=/path',
  },
  socket: { section: 'Socket', keys: listens.map((name) => `Listen${name}`), example: 'ListenStream=80' },
};

export default unitRule({
  code: 'unit-trigger-missing',
  severity: 'error',
  docs: {
    what: 'A timer, path or socket unit does not say what it waits for.',
    why: 'systemd refuses it.',
    fix: 'Add a line such as `OnCalendar=daily`, `PathChanged=/path` or `ListenStream=80`.',
  },
  of: ['systemd'],
  check(unit, context) {
    const need = needs[unit.type];
    if (need === undefined || need.keys.some((key) => listOf(unit, need.section, key).length > 0)) return;
    const place = sectionPlace(unit, need.section);
    if (place)
      context.report(
        place,
        `a \`.${unit.type}\` unit must say what it waits for; add a line such as \`${need.example}\``,
      );
  },
});
