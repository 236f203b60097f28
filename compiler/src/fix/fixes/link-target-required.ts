// A target to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'link-target-required' });
