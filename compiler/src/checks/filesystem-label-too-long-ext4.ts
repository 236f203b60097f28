import { labelTooLongCheck } from './shared/label-too-long.ts';

export default labelTooLongCheck({ format: 'ext4', limit: 16, tool: 'mkfs.ext4' });
