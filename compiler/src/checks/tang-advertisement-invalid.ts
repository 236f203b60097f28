import { check } from './shared/check.ts';
import { isJson } from './shared/json.ts';

export default check({
  code: 'tang-advertisement-invalid',
  severity: 'error',
  docs: {
    what: 'The `advertisement` of a Tang server is not JSON.',
    why: 'It stands for what the server would answer, and the machine reads it in its place.',
    fix: "Put the server's answer there as it is (`curl https://SERVER/adv`), in a block scalar or in single quotes.",
  },
  side: 'output',
  on: 'storage.luks[].clevis.tang[].advertisement',
  run(advertisement, context) {
    if (advertisement.value === '' || isJson(advertisement.value)) return;
    const message = 'the advertisement is not JSON; copy the answer of `/adv` of the server as it is';
    context.report(advertisement, message);
  },
});
