import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'upgrade-loss',
  severity: 'warning',
  docs: {
    what: 'Raising a config to a newer Ignition version loses a value: a Tang advertisement, or special bits of a mode.',
    why: 'Configs of different versions are raised to the newest one before they are merged, as Ignition does it, and its translators lose these values without a word.',
    fix: 'Write the config in the newer version and give the value there, or use one version for all fragments.',
  },
});
