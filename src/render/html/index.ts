export { presentation } from './presentation.ts';
