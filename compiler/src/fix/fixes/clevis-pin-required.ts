// A Clevis pin to be chosen.
import { required } from '../shared/required.ts';

export default required({ code: 'clevis-pin-required' });
