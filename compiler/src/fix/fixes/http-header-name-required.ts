// The name of a header to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'http-header-name-required' });
