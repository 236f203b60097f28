import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'ignition-version-unknown',
  severity: 'error',
  docs: {
    what: 'The Ignition config is of a version that is not read here: of the generations 1 or 2, or newer than the newest known one.',
    why: 'Other versions have other rules, so that nothing can be said about the rest. Ignition 2 and later reads only configs of the generation 3.',
    fix: 'Use a published version from 3.0.0 on. Configs of the generation 2 can be translated with the tool ign-converter.',
  },
});
