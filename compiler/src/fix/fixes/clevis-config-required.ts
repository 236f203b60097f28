// A Clevis configuration to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'clevis-config-required' });
