// A format to be chosen.
import { required } from '../shared/required.ts';

export default required({ code: 'filesystem-format-required' });
