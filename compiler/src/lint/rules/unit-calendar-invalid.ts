import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-calendar-invalid',
  docs: {
    what: '`OnCalendar=` has no calendar expression.',
    why: 'systemd ignores the line, and the timer does not elapse then.',
    fix: 'Write `daily`, `Mon..Fri 10:00` or `*-*-01 04:00:00`; `systemd-analyze calendar` shows when that is.',
  },
  kinds: ['calendar'],
});
