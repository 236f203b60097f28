import { labelTooLongCheck } from './shared/label-too-long.ts';

export default labelTooLongCheck({ format: 'btrfs', limit: 256, tool: 'mkfs.btrfs' });
