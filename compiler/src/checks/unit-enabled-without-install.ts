import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { lacksInstall } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'unit-enabled-without-install',
  severity: 'warning',
  docs: {
    what: 'A unit is enabled, and its text has no `[Install]` section with an option in it.',
    why: 'To enable a unit is to do what its `[Install]` section says; without one nothing happens, and the unit is not started at boot.',
    fix: 'Add an `[Install]` section, as a rule with `WantedBy=multi-user.target`, or remove `enabled` if something else starts the unit.',
  },
  side: 'output',
  on: 'systemd.units[]',
  run(unit, context) {
    const { name, contents, enabled } = unit.fields;
    if (enabled?.value !== true || contents === undefined || !lacksInstall(unit)) return;
    const message = `${quoted(name?.value ?? '')} is enabled but has no \`[Install]\` section, so nothing starts it; add one, such as \`WantedBy=multi-user.target\``;
    context.report(contents, message, { notes: [noteAt(enabled, '`enabled` is here')] });
  },
});
