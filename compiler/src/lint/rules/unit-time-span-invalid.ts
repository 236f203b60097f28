import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-time-span-invalid',
  docs: {
    what: 'A directive that takes a time span has something else.',
    why: 'systemd ignores the line and uses the default.',
    fix: 'Write a number of seconds, or numbers with units: `90`, `30s`, `5min`, `1h 30min`, `2 days`, `infinity`.',
  },
  kinds: ['time-span', 'time-span-or-empty', 'timer-span', 'time-span-ns'],
});
