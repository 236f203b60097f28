// A thumbprint to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'tang-thumbprint-required' });
