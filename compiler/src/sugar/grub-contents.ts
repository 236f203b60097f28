// Sugar: MachineConfigs cannot append to files, so GRUB's user.cfg gets its one piece as contents.
import { grubUserConfig } from '../../../spec/os-paths.ts';
import { hasQuirk } from '../../../spec/quirks.ts';
import type { StorageFile } from '../config.ts';
import { mapItems, withFields } from '../output/make.ts';
import type { SugarPass } from './pass.ts';

const grubContents: SugarPass = (config, context) => {
  const { storage } = config.fields;
  if (storage === undefined || !hasQuirk('grubAsContents', context.point)) return config;
  const files = mapItems(storage.fields.files, (file): StorageFile => {
    const pieces = file.fields.append?.items ?? [];
    const [piece] = pieces;
    if (file.fields.path?.value !== grubUserConfig || piece === undefined || pieces.length !== 1) return file;
    return withFields(file, { contents: piece, append: undefined });
  });
  return withFields(config, { storage: withFields(storage, { files }) });
};

export default grubContents;
