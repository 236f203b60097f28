import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-list-invalid',
  docs: {
    what: 'A list of known words, or one word of a large vocabulary, has a word that is none of them.',
    why: 'systemd ignores the word or the line; a restriction then is not in force.',
    fix: 'Use the word that the message names, or look it up in the manual page of the directive.',
  },
  kinds: [
    'address-families',
    'architectures',
    'capabilities',
    'controllers',
    'coredump-filter',
    'cpu-affinity',
    'cpu-policy',
    'cpu-set',
    'numa-mask',
    'delegate',
    'device-allow',
    'documentation',
    'errno',
    'io-class',
    'ip-tos',
    'log-facility',
    'log-level',
    'namespaces',
    'secure-bits',
    'standard-input',
    'standard-output',
    'system-calls',
  ],
});
