import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'merged-config-newer',
  severity: 'error',
  docs: {
    what: 'A config under `ignition.config` is of a newer Ignition version than the config around it.',
    why: 'A machine that is set up by the older version need not know the newer one; its Ignition then refuses the config at first boot.',
    fix: 'Use a newer spec for the config around it, or write the inner one in the older version.',
  },
});
