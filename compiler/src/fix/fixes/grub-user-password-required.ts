// A password hash to be put in.
import { required } from '../shared/required.ts';

export default required({ code: 'grub-user-password-required' });
