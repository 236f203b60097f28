// A path to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'path-required', member: 'path' });
