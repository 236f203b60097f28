// A device to be put in.
import { required } from '../shared/required.ts';

export default required({
  code: 'boot-device-luks-device-required',
  at: ['boot_device', 'luks', 'device'],
});
