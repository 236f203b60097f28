// How processes are ended: shared by all units with processes of their own (systemd.kill).
// Kinds say what a value must look like; `after` names the last release that lacks a directive.
import { type DirectiveTable, words } from './model.ts';
import * as lists from './words.ts';

/** systemd.kill(5) */
export const kill: DirectiveTable = {
  SendSIGKILL: 'boolean',
  SendSIGHUP: 'boolean',
  KillMode: words(lists.killMode),
  KillSignal: 'signal',
  RestartKillSignal: 'signal',
  FinalKillSignal: 'signal',
  WatchdogSignal: 'signal',
};
