import { check } from './shared/check.ts';
import { sourceLooks } from './shared/source-fault.ts';

const code = 's3-version-id-invalid';

export default check({
  code,
  severity: 'error',
  docs: {
    what: 'The URL of an S3 object has a parameter `versionId` without a value.',
    why: 'It asks for a certain version of the object and does not say which.',
    fix: 'Give the version, or remove `versionId` to fetch the newest one.',
  },
  yieldsTo: ['file-source-not-data'],
  looks: sourceLooks(code),
});
