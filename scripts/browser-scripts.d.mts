import type { Plugin } from 'vitest/config';

export function browserScripts(): Plugin;
