import { bindingCheck } from './shared/binding-check.ts';
import { explainUnknownKey } from './shared/unknown-key.ts';
import { quoted } from './shared/words.ts';

export default bindingCheck({
  code: 'unused-key',
  severity: 'warning',
  docs: {
    what: 'A mapping has a key that the variant and version do not know.',
    why: 'The key and everything below it has no effect: a misspelt `enabled` leaves a unit disabled.',
    fix: 'Correct the spelling or the indentation, or choose a version that has the field.',
  },
  run(binding, context) {
    for (const { pair, key } of binding.unknown ?? []) {
      const location = { uri: binding.document.uri, range: pair.key.range };
      const place = { location, path: [...binding.path, key] };
      if (key === '<<') {
        const message =
          '`<<` works, but is no field, and what it brings in is not checked for unknown keys; write the keys out';
        context.report(place, message, { data: { key } });
        continue;
      }
      const { advice, data } = explainUnknownKey(binding, key, context.spec);
      context.report(place, `unknown key ${quoted(key)} has no effect; ${advice}`, { data: { key, ...data } });
    }
  },
});
