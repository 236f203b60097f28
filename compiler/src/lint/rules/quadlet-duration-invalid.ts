import { readDuration, readInterval } from '../../embedded/quadlet/amounts.ts';
import { quadletReadersRule } from '../shared/quadlet.ts';

export default quadletReadersRule({
  code: 'quadlet-duration-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes a duration has none.',
    why: 'Podman refuses it when the service is started. Durations are those of Go: numbers with units, without blanks.',
    fix: 'Write `30s`, `1m30s` or `2h`; the intervals take `disable`, too.',
  },
  readers: {
    HealthInterval: readInterval,
    HealthStartupInterval: readInterval,
    HealthTimeout: readDuration,
    HealthStartPeriod: readDuration,
    HealthStartupTimeout: readDuration,
    RetryDelay: readDuration,
  },
});
