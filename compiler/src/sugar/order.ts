// The order in which sugar is expanded; binding, because later passes see what earlier ones made. Mount units, boot_device
// and grub are merged beneath the config so far, trees and quadlets add to it, OpenShift's rewriting comes last.
import bootDevice from './boot-device.ts';
import fips from './fips.ts';
import grub from './grub.ts';
import grubContents from './grub-contents.ts';
import localSshKeys from './local-ssh-keys.ts';
import localTexts from './local-texts.ts';
import mountUnits from './mount-units.ts';
import type { SugarPass } from './pass.ts';
import quadlets from './quadlets.ts';
import resources from './resources.ts';
import trees from './trees.ts';

export const sugarOrder: readonly SugarPass[] = [
  resources,
  localSshKeys,
  localTexts,
  mountUnits,
  trees,
  quadlets,
  bootDevice,
  grub,
  grubContents,
  fips,
];
