import { readCount, readLimit, readSeconds } from '../../embedded/quadlet/amounts.ts';
import { quadletReadersRule } from '../shared/quadlet.ts';

export default quadletReadersRule({
  code: 'quadlet-number-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes a number has none.',
    why: 'Podman refuses it when the service is started.',
    fix: 'Write digits alone; `StopTimeout=` is in seconds and has no unit.',
  },
  readers: {
    StopTimeout: readSeconds,
    PidsLimit: readLimit,
    Retry: readCount,
    HealthRetries: readCount,
    HealthStartupRetries: readCount,
    HealthStartupSuccess: readCount,
    HealthMaxLogCount: readCount,
    HealthMaxLogSize: readCount,
  },
});
