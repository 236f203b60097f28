// The section `kernel_arguments`. Its two lists share one key space: an argument cannot be asked for and against.
import { byKey, shape, strings } from '../dsl.ts';
import type { ListMerge } from '../model.ts';

const byArgument = byKey('value', 'kernel_arguments');

export const kernelArguments = shape({
  should_exist: strings({ ...byArgument, sequence: 'kernel-arguments' } as ListMerge, {
    doc: 'Arguments to add where they are missing.',
    example: ['mitigations=auto'],
  }),
  should_not_exist: strings(byArgument, {
    doc: 'Arguments to remove where they are present.',
    example: ['quiet'],
  }),
});
