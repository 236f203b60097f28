// What Fedora IoT refuses.
import { noDiskSetup } from './shared/no-disk-setup.ts';

export default noDiskSetup('fiot');
