// The sections of mounts, automounts, swaps, timers, paths, slices and scopes, without what they share.
// Kinds say what a value must look like; `after` names the last release that lacks a directive.
import { type DirectiveTable, words } from './model.ts';
import * as lists from './words.ts';

/** systemd.mount(5) */
export const mount: DirectiveTable = {
  What: 'mount-source',
  Where: 'path',
  Options: 'text',
  Type: 'text',
  TimeoutSec: 'time-span',
  DirectoryMode: 'mode',
  SloppyOptions: 'boolean',
  LazyUnmount: 'boolean',
  ForceUnmount: 'boolean',
  ReadWriteOnly: 'boolean',
};

/** systemd.automount(5) */
export const automount: DirectiveTable = {
  Where: 'path',
  ExtraOptions: 'text',
  DirectoryMode: 'mode',
  TimeoutIdleSec: 'time-span',
};

/** systemd.swap(5) */
export const swap: DirectiveTable = {
  What: 'mount-source',
  Priority: 'swap-priority',
  Options: 'text',
  TimeoutSec: 'time-span',
};

/** systemd.timer(5) */
export const timer: DirectiveTable = {
  OnCalendar: 'calendar',
  OnActiveSec: 'timer-span',
  OnBootSec: 'timer-span',
  OnStartupSec: 'timer-span',
  OnUnitActiveSec: 'timer-span',
  OnUnitInactiveSec: 'timer-span',
  OnClockChange: 'boolean',
  OnTimezoneChange: 'boolean',
  Persistent: 'boolean',
  WakeSystem: 'boolean',
  RemainAfterElapse: 'boolean',
  FixedRandomDelay: 'boolean',
  DeferReactivation: { is: 'boolean', after: 252 },
  AccuracySec: 'time-span',
  RandomizedDelaySec: 'time-span',
  Unit: 'trigger-unit',
  RandomizedOffsetSec: { is: 'time-span', after: 257 },
};

/** systemd.path(5) */
export const path: DirectiveTable = {
  PathExists: 'path',
  PathExistsGlob: 'path',
  PathChanged: 'path',
  PathModified: 'path',
  DirectoryNotEmpty: 'path',
  Unit: 'trigger-unit',
  MakeDirectory: 'boolean',
  DirectoryMode: 'mode',
  TriggerLimitIntervalSec: 'time-span',
  TriggerLimitBurst: 'unsigned',
};

/** systemd.slice(5) */
export const slice: DirectiveTable = {
  ConcurrencySoftMax: { is: 'any', after: 257 },
  ConcurrencyHardMax: { is: 'any', after: 257 },
};

/** systemd.scope(5) */
export const scope: DirectiveTable = {
  RuntimeMaxSec: 'time-span',
  RuntimeRandomizedExtraSec: 'time-span',
  TimeoutStopSec: 'time-span',
  OOMPolicy: words(lists.oomPolicy),
};
