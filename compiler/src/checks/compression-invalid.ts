import { file } from '../../../spec/shapes/files.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check } from './shared/check.ts';
import { allResources } from './shared/resources.ts';
import { oneOf } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'compression-invalid',
  severity: 'error',
  docs: {
    what: 'The `compression` of a resource is neither empty nor `gzip`.',
    why: 'Ignition can unpack nothing but gzip.',
    fix: 'Pack the data with gzip, or remove `compression`: of a Butane config the compiler packs `inline` and `local` by itself where that pays.',
  },
  side: 'output',
  on: allResources,
  run({ fields: { compression } }, context) {
    const allowed = allowedValues(file.fields.contents.node.fields.compression, context.point);
    if (compression === undefined || allowed.includes(compression.value)) return;
    const named = allowed.filter((value) => value !== '');
    const message = `there is no compression ${quoted(compression.value)}; use ${oneOf(named)}, or leave it out`;
    context.report(compression, message);
  },
});
