// `kindling.yaml`: which configs a project builds, and of which fragments. Written in the words of the config language, so that it
// is bound, explained and completed by the same code.
import { append, bool, byKey, list, shape, str, strings } from '../dsl.ts';

const filesDir = str({
  doc: 'Directory with the local files of the fragments, relative to the folder of `kindling.yaml`.',
  example: 'files',
  default: 'The nearest directory above each fragment that has its local files.',
  role: 'local-directory',
});

const target = shape({
  name: str({ doc: 'What the target is called on the command line.', example: 'worker-1', required: true }),
  fragments: strings(append, {
    doc: 'Files and globs of the configs that make up this target: Butane, Ignition and MachineConfigs. Their order has no meaning.',
    example: ['roles/worker.d/*.bu', 'hosts/worker-1.bu'],
  }),
  override: strings(append, {
    doc: 'Files and globs of those fragments that win where they contradict others.',
    example: ['hosts/worker-1.bu'],
  }),
  'files-dir': filesDir,
  output: str({
    doc: 'Where the result is written, relative to the folder of `kindling.yaml`.',
    example: 'out/worker-1.ign',
    default: 'The name with `.ign`, or `.yaml` for a MachineConfig.',
  }),
  format: str({
    doc: 'What is written.',
    example: 'pretty',
    values: [
      { value: 'auto', doc: 'A MachineConfig when one of the fragments is one, else compact Ignition JSON.' },
      { value: 'ignition', doc: 'Compact Ignition JSON, without what surrounds it in a MachineConfig.' },
      { value: 'pretty', doc: 'As `auto`, Ignition JSON indented.' },
      { value: 'machine-config', doc: 'A MachineConfig.' },
    ],
    default: '`auto`.',
  }),
  flatten: bool({
    doc: 'Fold configs that `ignition.config.merge` names or carries (`local`, `inline`, data URLs) into the result, instead of embedding them.',
    example: true,
    default: 'false.',
  }),
  'source-map': bool({
    doc: 'Write a file beside the output that says where each value comes from.',
    example: true,
    default: 'false.',
  }),
});

export const project = shape({
  fragments: strings(append, {
    doc: 'Files and globs of the fragments that every target has, relative to the folder of `kindling.yaml`.',
    example: ['base.d/*.bu'],
  }),
  override: strings(append, {
    doc: 'Files and globs of fragments that win in every target.',
    example: ['base.d/99-local.bu'],
  }),
  'files-dir': filesDir,
  targets: list(target, byKey('name'), {
    doc: 'What is built.',
    example: [{ name: 'worker-1', fragments: ['hosts/worker-1.bu'] }],
    required: true,
  }),
});
