import { check, look, memberPlace } from './shared/check.ts';

export default check({
  code: 'path-required',
  severity: 'error',
  docs: {
    what: 'A file, directory or link has no `path`, a filesystem has no `device`, or a member device of a RAID array is an empty text.',
    why: 'Ignition would not know where to put the entry, or on which device to work.',
    fix: 'Add the path. Check the spelling of the key and its indentation, if one was meant to be there.',
  },
  looks: [
    look({
      side: 'output',
      on: ['storage.files[]', 'storage.directories[]', 'storage.links[]'],
      run(node, context) {
        if (node.fields.path?.value) return;
        context.report(memberPlace(node, 'path'), 'no `path` is given; say where on the machine this entry goes');
      },
    }),
    look({
      side: 'output',
      on: 'storage.filesystems[]',
      run(filesystem, context) {
        if (filesystem.fields.device?.value) return;
        const message = 'no `device` is given; name the block device of this filesystem';
        context.report(memberPlace(filesystem, 'device'), message);
      },
    }),
    look({
      side: 'output',
      on: 'storage.raid[].devices[]',
      run(device, context) {
        if (device.value === '')
          context.report(device, 'a member device is empty; name a block device or remove the item');
      },
    }),
  ],
});
