// The section [Install]: what `systemctl enable` reads.
// Kinds say what a value must look like; `after` names the last release that lacks a directive.
import type { DirectiveTable } from './model.ts';

/** systemd.unit(5), "[Install] section options" */
export const install: DirectiveTable = {
  Alias: 'aliases',
  WantedBy: 'unit-names',
  RequiredBy: 'unit-names',
  UpheldBy: { is: 'unit-names', after: 252 },
  Also: 'unit-names',
  DefaultInstance: 'text',
};
