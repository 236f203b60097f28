import { labelTooLongCheck } from './shared/label-too-long.ts';

export default labelTooLongCheck({ format: 'swap', limit: 15, tool: 'mkswap' });
