import { belowLinkCheck } from './shared/below-link.ts';

export default belowLinkCheck({ list: 'directories', noun: 'directory' });
