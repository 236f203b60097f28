import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'hash-mismatch',
  severity: 'warning',
  docs: {
    what: 'The merged config carries contents, and `verification.hash` is that of other contents. Often the hash comes from one fragment and the contents from another one.',
    why: 'Ignition hashes what it has unpacked, and the machine does not boot when the hash is another one.',
    fix: 'Remove `verification`, which contents inside the config do not need, or correct the hash.',
  },
});
