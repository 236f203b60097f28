// A directory to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'tree-local-required', member: 'local' });
