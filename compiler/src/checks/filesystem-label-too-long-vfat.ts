import { labelTooLongCheck } from './shared/label-too-long.ts';

export default labelTooLongCheck({ format: 'vfat', limit: 11, tool: 'mkfs.fat' });
