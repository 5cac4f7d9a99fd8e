export { type BuildCache, type Cache, createCache } from './cache.ts';
