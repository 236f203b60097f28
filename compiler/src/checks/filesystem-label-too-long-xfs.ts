import { labelTooLongCheck } from './shared/label-too-long.ts';

export default labelTooLongCheck({ format: 'xfs', limit: 12, tool: 'mkfs.xfs' });
