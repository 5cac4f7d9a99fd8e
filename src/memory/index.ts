export { type BuildMemory, createMemory, type Memory } from './memory.ts';
