// Sugar: `openshift.fips` gives LUKS volumes a cipher that FIPS allows, where the user names none.
import { hasQuirk } from '../../../spec/quirks.ts';
import { madeBy } from '../diagnostic/origin.ts';
import { list, mapItems, text, withFields } from '../output/make.ts';
import type { SugarPass } from './pass.ts';

const cipher = ['--cipher', 'aes-cbc-essiv:sha256'];

const fips: SugarPass = (config, context) => {
  const { storage, openshift } = config.fields;
  const wanted = openshift?.fields.fips;
  if (storage === undefined || wanted?.value !== true || !hasQuirk('fipsCipher', context.point)) return config;
  const origin = madeBy('fips', wanted.origin);
  const luks = mapItems(storage.fields.luks, (volume) => {
    const options = volume.fields.options?.items ?? [];
    if (options.some((option) => namesCipher(option.value))) return volume;
    const added = cipher.map((option) => text(option, origin));
    return withFields(volume, { options: list([...options, ...added], volume.fields.options?.origin ?? origin) });
  });
  return withFields(config, { storage: withFields(storage, { luks }) });
};

export default fips;

/** An attached short form (`-caes-xts`) is not recognised by the reference either. */
function namesCipher(option: string): boolean {
  return option === '--cipher' || option === '-c' || option.startsWith('--cipher=');
}
