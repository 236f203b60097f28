// A RAID level to be chosen.
import { required } from '../shared/required.ts';

export default required({ code: 'raid-level-required' });
