import { check } from './shared/check.ts';
import { asWritable, meantInOctal, shownMode } from './shared/mode-words.ts';

export default check({
  code: 'file-special-mode-unsupported',
  severity: 'error',
  docs: {
    what: 'The mode of a file has bits beyond 0777: setuid, setgid or sticky.',
    why: 'The Machine Config Operator does not apply them, and a node whose files differ from its MachineConfig is degraded.',
    fix: 'Use a mode from 0 to 0777, for example `mode: 0755`. For privileges of a program use a systemd unit or file capabilities.',
  },
  gate: { openshift: { since: '4.10.0' } },
  side: 'output',
  on: 'storage.files[].mode',
  run(mode, context) {
    if (mode.value >= 0 && mode.value <= 0o777) return;
    const meant = meantInOctal(mode, 'file');
    const advice = meant === undefined ? 'use one from `0` to `0777`' : `write ${asWritable(meant, mode, context)}`;
    context.report(mode, `mode ${shownMode(mode)} has bits that OpenShift does not support; ${advice}`);
  },
});
