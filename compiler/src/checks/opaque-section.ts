import { holds } from '../../../spec/gate.ts';
import { bindingCheck } from './shared/binding-check.ts';

export default bindingCheck({
  code: 'opaque-section',
  severity: 'warning',
  docs: {
    what: 'Where a mapping should be, there is nothing, or an alias of one that is written elsewhere.',
    why: 'An empty section has no effect, and often means that the lines below it are not indented. Behind an alias unknown keys are not looked for, and findings can only be placed at the alias.',
    fix: 'Indent the lines that belong to the section, or remove its key. Write an aliased mapping out where its keys are to be checked.',
  },
  run(binding, context) {
    if (binding.status === 'wrong-kind') return;
    if (binding.inPlace && binding.status !== 'null') return;
    if (binding.status === 'null' && binding.field && holds(binding.field.nullable, context.spec.point)) return;
    context.report(binding.at(), messageOf(binding.step, binding.inPlace));
  },
});

function messageOf(step: string | number | undefined, isEmpty: boolean): string {
  if (typeof step !== 'string') {
    return isEmpty
      ? 'this list item is empty and dropped; indent what belongs to it, or remove the dash'
      : 'keys behind this alias are not checked; write the item out to have them checked';
  }
  return isEmpty
    ? `\`${step}\` is empty; indent what belongs to it, or remove the key`
    : `keys of \`${step}\` are not checked, because it is an alias; write the mapping out to have them checked`;
}
