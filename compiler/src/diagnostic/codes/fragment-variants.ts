import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'fragment-variants',
  severity: 'error',
  docs: {
    what: 'Fragments of operating systems that have nothing in common are to be merged.',
    why: 'Flatcar has other paths, other units and another update mechanism than the systems of the Fedora and Red Hat family; no machine can be both.',
    fix: 'Build a target of its own for each operating system. Plain Ignition configs go with every system.',
  },
});
