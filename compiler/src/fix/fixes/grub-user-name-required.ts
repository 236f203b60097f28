// A user name to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'grub-user-name-required' });
