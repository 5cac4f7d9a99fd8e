export { type CompiledLoader, createLoader } from './create-loader.ts';
