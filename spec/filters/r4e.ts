// What RHEL for Edge refuses.
import { noDiskSetup } from './shared/no-disk-setup.ts';

export default noDiskSetup('r4e');
