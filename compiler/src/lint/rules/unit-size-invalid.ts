import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-size-invalid',
  docs: {
    what: 'A directive that takes a size, a share or a limit has something else.',
    why: 'systemd ignores the line, and there is no such limit.',
    fix: 'Write a number with `K`, `M`, `G` or `T` behind it, a percentage where shares are known, or `infinity`.',
  },
  kinds: [
    'size',
    'memory',
    'memory-above-zero',
    'percent',
    'cpu-quota',
    'tasks-max',
    'rlimit',
    'rlimit-size',
    'rlimit-seconds',
    'rlimit-microseconds',
    'rlimit-nice',
    'device-weight',
    'device-limit',
    'device-latency',
  ],
});
