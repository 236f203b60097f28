import { check } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'luks-name-slash',
  severity: 'error',
  docs: {
    what: 'The name of a LUKS volume has a slash in it.',
    why: 'The opened volume appears as `/dev/mapper/NAME`, and a file name cannot have a slash.',
    fix: 'Give the bare name: `data` and not `/dev/mapper/data`. The device to encrypt goes into `device`.',
  },
  side: 'output',
  on: 'storage.luks[].name',
  run(name, context) {
    if (!name.value.includes('/')) return;
    const suggestion = name.value.replace(/^\/dev\/mapper\//, '').replaceAll('/', '-');
    const message = `the name ${quoted(name.value)} has a slash; write the bare name, such as ${quoted(suggestion)}`;
    context.report(name, message, { data: { suggestion } });
  },
});
