// A variant to be chosen.
import { required } from '../shared/required.ts';

export default required({ code: 'variant-missing', placeholder: 'fcos' });
