import type { Config } from '../../config.ts';
import type { Given } from '../../merge/fold-context.ts';
import type { OutText } from '../../output/nodes.ts';
import { areSeveral, byKey, defineConflict } from './shared/conflict.ts';
import { quotedList } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-device',
  severity: 'error',
  docs: {
    what: 'One device is used by several arrays, encrypted volumes or file systems of different fragments.',
    why: 'Each of them formats the device, and the last one destroys what the others have put there.',
    fix: 'Give each of them a device of its own, or put one on top of the other (`/dev/md/NAME`, `/dev/mapper/NAME`).',
  },
  find(context) {
    const uses = context.configs.flatMap((config, from) => usesIn(config).map((use): GivenUse => ({ from, ...use })));
    for (const [device, given] of byKey(uses, ({ value }) => value.value)) {
      const users = [...new Set(given.map(({ user }) => user))];
      if (users.length < 2 || !areSeveral(given)) continue;
      context.report({ given, message: `the device \`${device}\` is used by ${quotedList(users)}` });
    }
  },
});

interface Use {
  readonly value: OutText;
  /** `raid data`: what uses the device, the same for all fragments. */
  readonly user: string;
}

type GivenUse = Use & Given<OutText>;

function usesIn({ fields }: Config): readonly Use[] {
  const { raid, luks, filesystems } = fields.storage?.fields ?? {};
  const use = (value: OutText | undefined, user: string): readonly Use[] => (value ? [{ value, user }] : []);
  return [
    ...(raid?.items ?? []).flatMap((array) =>
      (array.fields.devices?.items ?? []).flatMap((device) => use(device, `raid ${array.fields.name?.value ?? ''}`)),
    ),
    ...(luks?.items ?? []).flatMap((volume) => use(volume.fields.device, `luks ${volume.fields.name?.value ?? ''}`)),
    ...(filesystems?.items ?? []).flatMap((filesystem) => use(filesystem.fields.device, 'filesystem')),
  ];
}
