// Sugar: `contents_local` of units and drop-ins becomes their contents.
import { madeBy } from '../diagnostic/origin.ts';
import { readLocal } from '../inputs.ts';
import { mapItems, withFields } from '../output/make.ts';
import type { OutText } from '../output/nodes.ts';
import { decodeUtf8, isUtf8 } from '../text/utf8.ts';
import type { SugarContext, SugarPass } from './pass.ts';

const localTexts: SugarPass = (config, context) => {
  const { systemd } = config.fields;
  if (systemd === undefined) return config;
  const units = mapItems(systemd.fields.units, (unit) => {
    const { contents_local, contents, dropins } = unit.fields;
    return withFields(unit, {
      contents: localText(contents_local, context) ?? contents,
      dropins: mapItems(dropins, (dropin) =>
        withFields(dropin, {
          contents: localText(dropin.fields.contents_local, context) ?? dropin.fields.contents,
        }),
      ),
    });
  });
  return withFields(config, { systemd: withFields(systemd, { units }) });
};

export default localTexts;

/** The text of the file that is named; an empty name counts as none. */
function localText(name: OutText | undefined, context: SugarContext): OutText | undefined {
  if (name === undefined || name.value === '') return undefined;
  const bytes = readLocal(name.value, name.origin.at(), context);
  if (bytes === undefined) return undefined;
  const origin = madeBy('contents_local', name.origin);
  const value = decodeUtf8(bytes);
  return { kind: 'text', value, origin, ...(isUtf8(bytes) ? {} : { bytes }) };
}
