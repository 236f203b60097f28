import { check, memberPlace } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { lacksInstall, unitByName } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

const instanceName = /^([^\n]+?)@[^\n]+\.service$/;

export default check({
  code: 'unit-instance-without-install',
  severity: 'warning',
  docs: {
    what: 'An instance of a template (`app@1.service`) is enabled, and the template (`app@.service`) of the same config has no `[Install]` section.',
    why: 'An instance is enabled by what the template says; without an `[Install]` section there nothing happens, and the instance is not started at boot.',
    fix: 'Add an `[Install]` section to the template, as a rule with `WantedBy=multi-user.target`.',
  },
  side: 'output',
  on: 'systemd.units[]',
  run(unit, context) {
    const name = unit.fields.name?.value ?? '';
    const base = instanceName.exec(name)?.[1];
    if (base === undefined || unit.fields.enabled?.value !== true) return;
    const template = unitByName(context.config).get(`${base}@.service`);
    if (template === undefined || !lacksInstall(template)) return;
    const message = `${quoted(name)} is enabled, but its template ${quoted(`${base}@.service`)} has no \`[Install]\` section; add one to the template`;
    context.report(memberPlace(unit, 'contents'), message, {
      notes: [noteAt(template, 'the template is defined here')],
    });
  },
});
