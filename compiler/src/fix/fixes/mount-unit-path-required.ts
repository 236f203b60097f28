// A directory to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'mount-unit-path-required', placeholder: '/var/lib/data' });
