import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'tang-thumbprint-required',
  severity: 'error',
  docs: {
    what: 'A Tang server has no `thumbprint`.',
    why: 'The thumbprint is how the machine recognises the right server; without it anybody who answers could take part in unlocking the disk.',
    fix: 'Add the thumbprint that `tang-show-keys` prints on the server.',
  },
  side: 'output',
  on: 'storage.luks[].clevis.tang[]',
  run(server, context) {
    if (server.fields.thumbprint?.value) return;
    const message = 'the Tang server has no `thumbprint`; add what `tang-show-keys` prints on the server';
    context.report(memberPlace(server, 'thumbprint'), message);
  },
});
